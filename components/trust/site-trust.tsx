import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { useSession } from '@/components/session-context';
import { SLOT, WithSlot } from '@/components/with-slot';
import { hostOf, isEverySite, siteOf } from '@/lib/trusted-sites';
import { useGrantedSites } from './use-granted-sites';
import './site-trust.css';

/** Lets a person see what they tagged on this site without a click, once there is something to see. */
export function SiteTrust() {
  const session = useSession();
  const granted = useGrantedSites(session.report);
  const site = siteOf(session.reading.value?.url ?? '');
  if (!granted || site === null || isEverySite(granted)) return null;
  const isTrusted = granted.includes(site);
  if (!isTrusted && !session.listed.value?.length) return null;
  const change = (box: HTMLInputElement) => {
    const origins = [site];
    const asked = box.checked ? browser.permissions.request({ origins }) : browser.permissions.remove({ origins });
    // It shows what is, not what is asked for.
    box.checked = isTrusted;
    asked.catch(session.report);
  };
  return (
    <label class="site-trust">
      <input type="checkbox" checked={isTrusted} onChange={({ currentTarget }) => change(currentTarget)} />
      <span>
        <WithSlot message={i18n.t('trust.show', { site: SLOT })}>
          <b>{hostOf(site)}</b>
        </WithSlot>
      </span>
    </label>
  );
}
