import type { Passage } from './passage';

/** The constructions of German, French and Spanish news, written for these tests. */
export const GERMAN_PASSAGES: readonly Passage[] = [
  {
    name: '„…“, sagte X',
    text: '„Der Hafen bleibt offen“, sagte Bürgermeisterin Mara Lindqvist am Montag der Zeitung.',
    direct: [['Der Hafen bleibt offen', 'Mara Lindqvist', 'sagte', 'Bürgermeisterin']],
  },
  {
    name: 'X sagte: „…“',
    text: 'Die Bürgermeisterin Mara Lindqvist sagte: „Der Hafen bleibt offen.“',
    direct: [['Der Hafen bleibt offen.', 'Mara Lindqvist', 'sagte']],
  },
  {
    name: 'das Subjekt hinter dem Verb',
    text: 'Am Montag sagte der Reeder Owen Kastner: „Wir haben nichts unterschrieben.“',
    direct: [['Wir haben nichts unterschrieben.', 'Owen Kastner', 'sagte', 'Reeder']],
  },
  {
    name: '„…“, so X',
    text: '„Das wird sehr teuer“, so Owen Kastner.',
    direct: [['Das wird sehr teuer', 'Owen Kastner', 'so']],
  },
  {
    name: '»…« und ein Sprecher',
    text: '»Niemand hat uns gefragt«, sagt ein Sprecher der Fischer.',
    direct: [['Niemand hat uns gefragt', 'ein Sprecher', 'sagt']],
  },
  {
    name: 'ein Pronomen',
    text: 'Mara Lindqvist kam spät. „Das ist nun beschlossen“, fügte sie hinzu.',
    direct: [['Das ist nun beschlossen', 'Mara Lindqvist', 'fügte']],
  },
  {
    name: 'das Subjekt mit einem Zusatz vor dem Verb',
    text: 'Der Ökonom Thomas Brandt von der Kestrel-Bank erklärte: „Das Geld fehlt dann in den Schulen.“',
    direct: [['Das Geld fehlt dann in den Schulen.', 'Thomas Brandt', 'erklärte', 'Ökonom']],
  },
  {
    name: 'ein Teil des Satzes',
    text: 'Owen Kastner nannte den Plan „ein Geschenk an niemanden“.',
    direct: [['ein Geschenk an niemanden', 'Owen Kastner', 'nannte']],
  },
  {
    name: 'indirekte Rede im Konjunktiv',
    text: 'Mara Lindqvist sagte, der Hafen bleibe noch zehn Jahre offen.',
    direct: [],
    reported: [['der Hafen bleibe noch zehn Jahre offen', 'Mara Lindqvist']],
  },
  {
    name: 'indirekte Rede mit „dass“',
    text: 'Mara Lindqvist erklärte am Montag, dass der Hafen noch zehn Jahre offen bleibe.',
    direct: [],
    reported: [['der Hafen noch zehn Jahre offen bleibe', 'Mara Lindqvist']],
  },
];

export const FRENCH_PASSAGES: readonly Passage[] = [
  {
    name: '« … », a déclaré X',
    text: '« Le port restera ouvert », a déclaré la maire Mara Lindqvist lundi.',
    direct: [['Le port restera ouvert', 'Mara Lindqvist', 'déclaré', 'maire']],
  },
  {
    name: 'a-t-elle ajouté',
    text: 'Mara Lindqvist est venue tard. « Le port restera ouvert », a-t-elle ajouté.',
    direct: [['Le port restera ouvert', 'Mara Lindqvist', 'ajouté']],
  },
  {
    name: 'dit-il',
    text: 'Bram Tolland secoue la tête. « Personne ne nous a demandé », dit-il.',
    direct: [['Personne ne nous a demandé', 'Bram Tolland', 'dit']],
  },
  {
    name: 'X a dit : « … »',
    text: 'Le ministre de l’Intérieur, Paul Verne, a dit : « Nous irons jusqu’au bout. »',
    direct: [['Nous irons jusqu’au bout.', 'Paul Verne', 'dit']],
  },
  {
    name: 'explique X, avec une apposition',
    text: '“On verra bien cela”, explique Bram Tolland, pêcheur depuis quarante ans.',
    direct: [['On verra bien cela', 'Bram Tolland', 'explique']],
  },
  {
    name: '« … », selon un porte-parole',
    text: '« La marée décidera seule », selon un porte-parole du groupe.',
    direct: [['La marée décidera seule', 'un porte-parole', 'selon']],
  },
  {
    name: 'discours indirect avec « que »',
    text: 'Owen Castel a affirmé que le port perdrait 18 millions par an.',
    direct: [],
    reported: [['le port perdrait 18 millions par an', 'Owen Castel']],
  },
  {
    name: '« Selon X, … »',
    text: 'Selon Ines Okafor, le pont peut porter le double.',
    direct: [],
    reported: [['le pont peut porter le double', 'Ines Okafor']],
  },
];

export const SPANISH_PASSAGES: readonly Passage[] = [
  {
    name: '«…», dijo X',
    text: '«El puerto seguirá abierto», dijo la alcaldesa Mara Lindqvist el lunes.',
    direct: [['El puerto seguirá abierto', 'Mara Lindqvist', 'dijo', 'alcaldesa']],
  },
  {
    name: 'a quién se lo dijo, entre verbo y sujeto',
    text: '“No hemos firmado nada”, aseguró a este diario Owen Castel, teniente de alcalde.',
    direct: [['No hemos firmado nada', 'Owen Castel', 'aseguró']],
  },
  {
    name: 'ha dicho un portavoz',
    text: '«Es ya muy tarde», ha dicho un portavoz de la empresa.',
    direct: [['Es ya muy tarde', 'un portavoz', 'dicho']],
  },
  {
    name: 'X dijo: “…”',
    text: 'La alcaldesa dijo ante la prensa: “El puerto seguirá abierto”.',
    direct: [['El puerto seguirá abierto', 'La alcaldesa', 'dijo']],
  },
  {
    name: 'una parte de la frase',
    text: 'Owen Castel calificó el plan de “un regalo para nadie”.',
    direct: [['un regalo para nadie', 'Owen Castel', 'calificó']],
  },
  {
    name: 'estilo indirecto con «que» y el cargo delante',
    text: 'El ministro de Economía, Luis Carmona, dijo que el puerto perdería 18 millones al año.',
    direct: [],
    reported: [['el puerto perdería 18 millones al año', 'Luis Carmona']],
  },
  {
    name: '«Según X, …»',
    text: 'Según Ines Okafor, el puente puede soportar el doble.',
    direct: [],
    reported: [['el puente puede soportar el doble', 'Ines Okafor']],
  },
];
