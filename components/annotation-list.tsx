import { AnnotationCard } from './annotation-card';
import { useSession } from './session-context';

/** All annotations of the article, as they stand in it; or what to do to get the first one. */
export function AnnotationList() {
  const session = useSession();
  const listed = session.listed.value;
  if (!listed) return null;
  if (listed.length === 0) {
    return (
      <p class="empty-state">
        <strong>Nothing tagged here yet.</strong>
        Select words on the page, then press Q, C or S. With the keyboard alone, press A to open the article here.
      </p>
    );
  }
  return (
    // Without bullets, Safari and VoiceOver need the role to be said.
    <ul class="annotation-list" aria-label="Annotations">
      {listed.map((item) => (
        <AnnotationCard key={item.annotation.id} listed={item} />
      ))}
    </ul>
  );
}
