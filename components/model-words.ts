import { i18n } from '#i18n';
import type { ClaimStatus, Kind, QuoteType } from '@/lib/annotations/annotation';

/** The word for a kind of annotation. */
export const kindWord = (kind: Kind): string => i18n.t(`kind.${kind}`);

/** The word for how a passage is quoted. */
export const quoteTypeWord = (type: QuoteType): string => i18n.t(`quoteType.${type}`);

/** The word for what is known of a claim. */
export const claimStatusWord = (status: ClaimStatus): string => i18n.t(`claimStatus.${status}`);
