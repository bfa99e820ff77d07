import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { useGrantedSites } from '@/components/trust/use-granted-sites';
import { EVERY_SITE, hostOf, isEverySite, siteOf } from '@/lib/trusted-sites';

/** The sites on which a click is not needed, to be added to and withdrawn from. */
export function TrustedSites() {
  const [failure, setFailure] = useState<unknown>(null);
  const granted = useGrantedSites(setFailure);
  if (!granted) return null;
  const isEverywhere = isEverySite(granted);
  const sites = granted.filter((pattern) => hostOf(pattern) !== '*').sort();

  const carryOut = (asked: Promise<boolean>) => void asked.then(() => setFailure(null), setFailure);
  const request = (origins: readonly string[]) => carryOut(browser.permissions.request({ origins: [...origins] }));
  const remove = (origins: readonly string[]) => carryOut(browser.permissions.remove({ origins: [...origins] }));
  const changeEverywhere = (box: HTMLInputElement) => {
    if (box.checked) request(EVERY_SITE);
    else remove(EVERY_SITE);
    // It shows what is, not what is asked for.
    box.checked = isEverywhere;
  };

  return (
    <>
      <p class="hint">{i18n.t('settings.trust.hint')}</p>
      {failure !== null && (
        <p role="alert">
          {i18n.t('settings.trust.failed', { detail: failure instanceof Error ? failure.message : String(failure) })}
        </p>
      )}
      {sites.length === 0 && !isEverywhere && <p class="hint">{i18n.t('settings.trust.none')}</p>}
      {sites.length > 0 && (
        <ul class="trusted-sites" aria-label={i18n.t('settings.trust.list')}>
          {sites.map((site) => (
            <li key={site}>
              <span>{hostOf(site)}</span>
              <button
                type="button"
                class="button button-small"
                aria-label={i18n.t('settings.trust.withdrawSite', { site: hostOf(site) })}
                onClick={() => remove([site])}
              >
                {i18n.t('settings.trust.withdraw')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {!isEverywhere && <SiteField add={(site) => request([site])} />}
      <label class="choice">
        <input
          type="checkbox"
          aria-describedby="everywhere-hint"
          checked={isEverywhere}
          onChange={({ currentTarget }) => changeEverywhere(currentTarget)}
        />
        {i18n.t('settings.trust.everywhere')}
      </label>
      <p class="hint" id="everywhere-hint">
        {i18n.t('settings.trust.everywhereHint')}
      </p>
    </>
  );
}

/** Takes the address of a site, or of one of its pages; https where it does not say. */
function SiteField({ add }: { add(site: string): void }) {
  const [typed, type] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = () => {
    const address = typed.trim();
    const site = siteOf(address.includes('://') ? address : `https://${address}`);
    const isSite = site !== null && !hostOf(site).includes('*');
    setWrong(!isSite);
    if (!isSite) return;
    type('');
    add(site);
  };
  return (
    <form
      class="add-site"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label for="add-site">{i18n.t('settings.trust.add')}</label>
      <input
        id="add-site"
        type="text"
        inputmode="url"
        autocomplete="off"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'add-site-problem' : undefined}
        placeholder={i18n.t('settings.trust.example')}
        value={typed}
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <button type="submit" class="button">
        {i18n.t('settings.trust.addButton')}
      </button>
      {isWrong && (
        <p id="add-site-problem" role="alert">
          {i18n.t('settings.trust.noSite')}
        </p>
      )}
    </form>
  );
}
