import { i18n } from '#i18n';
import { AnnotationCard } from './annotation-card';
import type { Listed } from './session/reading-order';
import { useSession } from './session-context';

/** All annotations of the article, or only those given, as they stand in it; or what to do to get the first one. */
export function AnnotationList({ only }: { only?: readonly Listed[] }) {
  const session = useSession();
  const listed = only ?? session.listed.value;
  if (!listed) return null;
  if (listed.length === 0) {
    return (
      <p class="empty-state">
        <strong>{i18n.t('list.empty')}</strong>
        {i18n.t('list.howTo')}
      </p>
    );
  }
  return (
    // Without bullets, Safari and VoiceOver need the role to be said.
    <ul class="annotation-list" aria-label={i18n.t('list.name')}>
      {listed.map((item) => (
        <AnnotationCard key={item.annotation.id} listed={item} />
      ))}
    </ul>
  );
}
