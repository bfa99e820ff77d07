import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { TrustedSites } from '@/components/settings/trusted-sites';
import { SiteTrust } from '@/components/trust/site-trust';
import { EVERY_SITE, grantedSites } from '@/lib/trusted-sites';
import { doing, find, nameOf, show, type } from './rendering';
import { annotationOf, sampleSession } from './sample-session';

const { permissions } = fakeBrowser;
const SITE = 'https://islandmail.example/*';

afterEach(async () => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
  await permissions.remove({ origins: await grantedSites() });
});

describe('the offer to do without a click', () => {
  const offer = (root: HTMLElement) => root.querySelector<HTMLInputElement>('input[type="checkbox"]');

  async function shown(isTagged: boolean) {
    const sample = sampleSession();
    await sample.session.open();
    const root = await show(<SiteTrust />, sample.session);
    if (isTagged) await doing(() => sample.holds([annotationOf('The ferry will sail again by May,')]));
    return root;
  }

  it('is made once something is tagged, for this site alone, and can be taken back', async () => {
    expect(offer(await shown(false))).toBeNull();
    const root = await shown(true);
    const request = vi.spyOn(permissions, 'request');
    const box = offer(root);
    expect(box && nameOf(box)).toBe('Show my annotations on islandmail.example without a click');
    await doing(() => box?.click());
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: [SITE] });
    expect(offer(root)?.checked).toBe(true);
    await doing(() => offer(root)?.click());
    expect(await grantedSites()).toEqual([]);
    expect(offer(root)?.checked).toBe(false);
  });

  it('shows what is, when the browser or the person refuses', async () => {
    const root = await shown(true);
    vi.spyOn(permissions, 'request').mockResolvedValue(false as never);
    await doing(() => offer(root)?.click());
    expect(offer(root)?.checked).toBe(false);
  });

  it('stays where nothing is tagged any more, and is not made where every site is trusted', async () => {
    await permissions.request({ origins: [SITE] });
    expect(offer(await shown(false))?.checked).toBe(true);
    await permissions.request({ origins: [...EVERY_SITE] });
    expect(offer(await shown(true))).toBeNull();
  });
});

describe('the trusted sites in the settings', () => {
  async function shown(): Promise<HTMLElement> {
    const root = await show(<TrustedSites />);
    await vi.waitFor(() => find(root, 'input', 'On every site'));
    return root;
  }
  const listed = (root: HTMLElement) => [...root.querySelectorAll('li span')].map((site) => site.textContent);

  it('can be added by their address or that of a page, and withdrawn', async () => {
    const root = await shown();
    expect(root.textContent).toContain('None yet');
    for (const address of [' www.paper.example ', 'http://mail.example:8080/news?a=1']) {
      await type(find<HTMLInputElement>(root, 'input', 'Add a site'), address);
      await doing(() => find(root, 'button', 'Add').click());
    }
    expect(await grantedSites()).toEqual(['https://www.paper.example/*', 'http://mail.example/*']);
    expect(listed(root)).toEqual(['mail.example', 'www.paper.example']);
    expect(find<HTMLInputElement>(root, 'input', 'Add a site').value).toBe('');
    await doing(() => find(root, 'button', 'Withdraw: mail.example').click());
    expect(await grantedSites()).toEqual(['https://www.paper.example/*']);
    expect(listed(root)).toEqual(['www.paper.example']);
  });

  it.each(['', '*', '*.example.org', 'two words', 'file:///etc'])('are not added as “%s”', async (address) => {
    const root = await shown();
    await type(find<HTMLInputElement>(root, 'input', 'Add a site'), address);
    await doing(() => find(root, 'button', 'Add').click());
    expect(find(root, '[role="alert"]').textContent).toBe('This is no address of a site.');
    expect(await grantedSites()).toEqual([]);
  });

  it('can be all sites', async () => {
    const root = await shown();
    const box = find<HTMLInputElement>(root, 'input', 'On every site');
    await doing(() => box.click());
    expect(await grantedSites()).toEqual(EVERY_SITE);
    expect(box.checked).toBe(true);
    expect(root.querySelector('form')).toBeNull();
    await doing(() => box.click());
    expect(await grantedSites()).toEqual([]);
    expect(box.checked).toBe(false);
  });

  it('say when the browser could not change them', async () => {
    vi.spyOn(permissions, 'request').mockRejectedValue(new Error('Invalid value for origin pattern'));
    const root = await shown();
    await type(find<HTMLInputElement>(root, 'input', 'Add a site'), 'paper.example');
    await doing(() => find(root, 'button', 'Add').click());
    expect(find(root, '[role="alert"]').textContent).toContain('Invalid value for origin pattern');
  });
});
