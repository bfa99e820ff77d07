import { words } from '../language';

/** Common given names in the news of Europe and North America, by the pronoun that goes with them. */
const HE =
  'aaron adam alan albert alberto alejandro alex alexander alexei ali andreas andré andrew andy angel anthony antonio ben bernie bill bob boris brian bruce carl charles chris christian christopher chuck dan daniel dave david dennis donald doug ed edward eric fernando françois frank franz fred gary george greg günter hans harry henri henry hugo ian jack jacques jake james jan jason jean jeff jens jeremy jim jimmy joe joel johannes john johnny jon jonathan josé joseph josh juan julian jürgen justin karl keith ken kenneth kevin klaus larry lars lee leo louis lucas manuel marc marco mario mark markus martin matt matthew max michael michel mike mitt mohamed mohammed muhammad nathan neil nicholas oliver olaf owen patrick paul pedro pete peter phil philip philippe pierre rafael ray raymond rex richard rick rob robert roger ron ronald ryan sam samuel scott sean sebastian simon stefan stephen steve steven stuart ted terry thomas tim timothy tom tony vincent vladimir walter william';
const SHE =
  'alice amanda amy ana andrea anita ann anna anne annette barbara beth brenda carol caroline catherine christina christine claire clara claudia deborah diane donna elena elisabeth elizabeth ellen elsa emily emma evelyn fatima françoise gabriele greta grace hannah heather helen hillary ines ingrid irene isabelle ivanka jean jennifer jessica joan judith julia julie karen kate katherine kathleen kathy katie kelly kimberly laura linda lisa liv lucy margaret maria marie marine marta martha mary megan melanie melissa michelle monica monika nadia nancy natalia natalie nicole nina nora olivia pamela patricia paula rachel rebecca rosa ruth sally samantha sandra sara sarah sharon simone sofia sophie stephanie susan susanne theresa victoria virginia wendy';

export const GIVEN_NAMES: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ...words(HE).map((name) => [name, 'he'] as const),
  ...words(SHE).map((name) => [name, 'she'] as const),
]);
