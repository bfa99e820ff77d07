import type { Page } from 'puppeteer-core';
import { nameSpeaker, pressButton } from '../browser/popup-driver';
import { CLAIM, QUOTE } from './sample';
import type { Visitor } from './visitor';

/** Opens the sample with a quote of a speaker and some words within it tagged as a claim, another claim, and no popup. */
export async function openTaggedSample(visitor: Visitor): Promise<Page> {
  const page = await visitor.openSample();
  const popup = await visitor.tag('Quote', QUOTE);
  await popup.evaluate(() => document.querySelector<HTMLElement>('.chip-open')?.click());
  await nameSpeaker(popup, 'Mara Lindqvist');
  await pressButton(popup, 'Done');
  await visitor.tag('Claim', CLAIM);
  await visitor.tag('Claim', 'with a signature');
  await visitor.closePopup();
  await page.bringToFront();
  return page;
}
