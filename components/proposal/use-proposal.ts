import { useEffect, useState } from 'preact/hooks';
import { useSession } from '@/components/session-context';
import type { Annotation } from '@/lib/annotations/annotation';
import { loadProposal } from './load-proposal';
import type { Proposal } from './proposal';

/** What the engine proposes for an annotation that nobody is named for; null until it is known, and where it is nothing. */
export function useProposal(annotation: Annotation): Proposal | null {
  const session = useSession();
  const page = session.page.value;
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const { id, attribution } = annotation;
  const isOpen = attribution.speakerId === null && attribution.mention === null;
  // What is edited of an annotation besides changes nothing.
  useEffect(() => {
    setProposal(null);
    if (!page || !isOpen) return;
    let isCurrent = true;
    loadProposal(page, annotation).then((loaded) => {
      if (isCurrent) setProposal(loaded);
    }, session.report);
    return () => {
      isCurrent = false;
    };
  }, [session, page, id, isOpen]);
  return proposal;
}
