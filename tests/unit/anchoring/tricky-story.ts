import { blocks } from './tricky-pair';

/** A story of a storm, with what the pairs put in its middle. */
export const STORM = 'The storm came in the night to Friday and took the roof of the old net house with it.';
export const FERRY =
  'The ferry to the islands stays in port, and the road along the shore is closed for the third day.';
export const SHELTER =
  'Forty people slept in the school, among them the whole choir of a town from the other side of the sound.';
export const QUOTE = '“⟦I have never seen the sea like this,⟧” said Ada Holm, who keeps the light on the point.';
export const LAST = 'More rain is forecast for the weekend, but the wind should ease by the evening.';

export const QUOTED = 'I have never seen the sea like this,';
export const story = (...middle: string[]) => blocks(STORM, ...middle, LAST);
export const BEFORE = story(FERRY, QUOTE, SHELTER);
