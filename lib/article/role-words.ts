/**
 * The words with which outlets begin what is not the article, as alternatives of a regular expression. One line per
 * language: en, de, fr, es, pt, it, ru, ja, zh. All are tried on every page, for what a page says of its language is often
 * wrong. A last `|` line holds those of scripts that put no space between words.
 */
const WORDS = {
  /** Of a caption that says who made the picture. */
  credit: `photos?|images?|pictures?|photographs?|illustration|credits?|courtesy
fotos?|bild(?:er)?|grafik
crédits?
imagen|fuente
imagem|reprodução|divulgação
immagine
фото|изображение
|写真|画像|図版|图片|圖片|摄影`,
  time: `published|updated|posted|last (?:updated|modified)|first published
veröffentlicht|aktualisiert|stand|erstellt
publié|mis à jour|modifié
publicado|actualizado
atualizado
pubblicato|aggiornato
опубликовано|обновлено
|公開|更新|投稿|掲載|发布|發布`,
  byline: `by|(?:written|posted|story|words) by
von
par
por
di|a cura di
автор
|取材|著者|作者|撰文|記者|记者`,
  related: `related|see (?:also|more)|read (?:more|also|next)|also read|more (?:from|on|stories|news|great|like this)|up next|don['’]t miss|you (?:may|might) (?:also|like)|recommended|trending|(?:most )?popular|most read|latest|recent|watch|must read|top stories|keep reading|in other news|(?:want|stories you) more|previous|next|breaking news|editors?['’]s? picks|sponsored
mehr (?:zum thema|dazu)|lesen sie|siehe auch|auch interessant|das könnte sie|weitere|meistgelesen|passend dazu|zum thema|verwandte
lire aussi|à (?:lire|voir)|voir aussi|sur le même sujet|les plus lus|articles liés|notre sélection
lea también|lee también|leer más|ver también|(?:te|le) puede interesar|más (?:noticias|leídas)|noticias relacionadas|relacionado|mira también
leia (?:também|mais)|veja também|saiba mais|mais lidas|relacionadas|confira
(?:leggi|vedi|guarda) anche|per approfondire|potrebbe interessarti|(?:articoli )?correlati|i più letti
читайте|смотрите также|(?:ещё |также )?по теме|самые популярные|популярн(?:ые|ое)|похожие|рекомендуем
|関連|おすすめ|あわせて読みたい|合わせて読みたい|人気|次の記事|前の記事|相关|相關|延伸阅读|延伸閱讀|推荐|推薦|热门|上一篇|下一篇`,
  newsletter: `sign up|subscribe|join (?:our|us)|follow|like us|get (?:the|our|breaking)|newsletter|download the|listen to|support (?:our|us)|donate|become a|register|(?:log|sign) in|already a|enter your|this newsletter|write to|contact|e-?mail|got a|tell us
(?:jetzt )?abonnieren|folgen sie|melden sie sich|registrieren|anmelden
abonnez|inscrivez|suivez|recevez|soutenez
suscríbe\\p{L}*|suscríbase|síguenos|regístrate|recibe
assine|inscreva|siga|cadastre|receba
iscriviti|abbonati|seguici|ricevi|registrati
подпишитесь|подписывайтесь|подписаться|следите|присоединяйтесь
|購読|会員登録|フォロー|メルマガ|订阅|訂閱|关注|關注`,
  share: `shares?|tweet|print|email this|facebook|twitter|whatsapp|pin it|copy link|order reprints|(?:text|font) size|save|close|caption|open|menu|loading|adverts?|advertisement|ads?|(?:story|article) continues|continue reading|skip|(?:image )?\\d+ of( \\/)? \\d+
teilen|drucken|anzeige|werbung|merken|schließen
partager|imprimer|publicité|fermer|réagir
compartir|imprimir|publicidad|cerrar|guardar|anuncio
compartilhe|compartilhar|partilhar|publicidade|continua após|fechar
condividi|stampa|pubblicità|chiudi
поделиться|печать|реклама|закрыть
|シェア|印刷|広告|ツイート|閉じる|分享|打印|列印|广告|廣告|收藏`,
  comments: `(?:\\d+ )?comments?|(?:view|show|add|post a|leave a) (?:comments?|reply)|reply
kommentare?|zum kommentar
(?:\\d+ )?commentaires?
comentarios?|comentar
comentários?
commenti
комментарии|отзывы|добавить (?:отзыв|комментарий)
|コメント|评论|評論|留言`,
  copyright: `©|ⓒ|\\(c\\)|copyright|all rights reserved|citation|filed under|tags?|topics|categor(?:y|ies)|posted in
alle rechte|schlagworte|stichwörter
tous droits|mots-clés|étiquettes
todos los derechos|etiquetas|archivado
todos os direitos
tutti i diritti|riproduzione riservata
все права|теги|метки|рубрика
|無断転載|著作権|タグ|カテゴリ|版权|版權|标签|標籤|关键词`,
};

export type Topic = keyof typeof WORDS;

/** For each topic, what a text matches that begins with one of its words, whatever signs stand before it. */
export const BEGINS = Object.fromEntries(
  Object.entries(WORDS).map(([topic, lines]) => {
    const [apart = '', together = ''] = lines.split('\n|');
    const pattern = `^[^\\p{L}\\p{N}©ⓒ(]*(?:(?:${apart.replaceAll('\n', '|')})(?![\\p{L}\\p{M}])|${together})`;
    return [topic, new RegExp(pattern, 'iu')];
  }),
) as Record<Topic, RegExp>;
