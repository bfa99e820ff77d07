/**
 * The words with which outlets begin what is not the article, by topic. One line per language: en, de, fr, es, pt, it, ru,
 * ja, zh. All are known on every page, for what a page says of its language is often wrong.
 */
const WORDS = {
  /** Of a caption that says who made the picture. */
  credit: `photo,photos,image,images,picture,photograph,illustration,credit,credits,courtesy
foto,fotos,bild,bilder,grafik
crédit,crédits
imagen,fuente
imagem,reprodução,divulgação
immagine
фото,изображение
写真,画像
图片,圖片,摄影`,
  time: `published,updated,posted,last updated,last modified,first published
veröffentlicht,aktualisiert,stand
publié,mis à jour,modifié
publicado,actualizado
atualizado
pubblicato,aggiornato
опубликовано,обновлено
公開,更新,掲載
发布,發布`,
  byline: `by,written by,posted by,story by
von
par
por
di,a cura di
автор
取材,著者
作者,撰文,記者,记者`,
  related: `related,see also,see more,read more,read also,read next,also read,more from,more on,more stories,more news,more great,more like this,up next,don't miss,you may also,you might also,you may like,recommended,trending,popular,most popular,most read,latest,recent,watch,must read,top stories,keep reading,in other news,want more,previous,next,breaking news,editor's picks,editors' picks,sponsored
mehr zum thema,mehr dazu,lesen sie,siehe auch,auch interessant,das könnte sie,meistgelesen,passend dazu,zum thema
lire aussi,à lire,à voir,voir aussi,sur le même sujet,les plus lus,notre sélection
lea también,lee también,leer más,ver también,te puede interesar,le puede interesar,más noticias,más leídas,noticias relacionadas,mira también
leia também,leia mais,veja também,saiba mais,mais lidas,relacionadas,confira
leggi anche,vedi anche,guarda anche,per approfondire,potrebbe interessarti,articoli correlati,i più letti
читайте,смотрите также,по теме,ещё по теме,самые популярные,популярные,похожие,рекомендуем
関連,おすすめ,あわせて読みたい,人気,次の記事,前の記事
相关,相關,延伸阅读,延伸閱讀,推荐,推薦,热门,上一篇,下一篇`,
  newsletter: `sign up,subscribe,join our,join us,follow,like us,get the,get our,get breaking,newsletter,download the,listen to,support our,support us,donate,become a,register,log in,sign in,already a,enter your,this newsletter,write to,contact,email,e-mail,got a,tell us
abonnieren,jetzt abonnieren,folgen sie,melden sie sich,registrieren,anmelden
abonnez-vous,inscrivez-vous,suivez-nous,suivez,recevez,soutenez
suscríbete,suscríbase,síguenos,regístrate,recibe
assine,inscreva,siga,cadastre,receba
iscriviti,abbonati,seguici,ricevi,registrati
подпишитесь,подписывайтесь,подписаться,следите,присоединяйтесь
購読,会員登録,フォロー,メルマガ
订阅,訂閱,关注,關注`,
  share: `share,shares,tweet,print,email this,facebook,twitter,whatsapp,pin it,copy link,order reprints,text size,font size,save,close,caption,open,menu,loading,advert,adverts,advertisement,ad,ads,story continues,article continues,continue reading,skip
teilen,drucken,anzeige,werbung,merken,schließen
partager,imprimer,publicité,fermer,réagir
compartir,imprimir,publicidad,cerrar,guardar,anuncio
compartilhe,compartilhar,partilhar,publicidade,continua após,fechar
condividi,stampa,pubblicità,chiudi
поделиться,печать,реклама,закрыть
シェア,印刷,広告,ツイート,閉じる
分享,打印,列印,广告,廣告,收藏`,
  comments: `comment,comments,view comments,show comments,add comment,post a comment,leave a comment,leave a reply,reply
kommentar,kommentare,zum kommentar
commentaire,commentaires
comentario,comentarios,comentar
comentário,comentários
commenti
комментарии,отзывы,добавить отзыв,добавить комментарий
コメント
评论,評論,留言`,
  copyright: `copyright,all rights reserved,citation,filed under,tag,tags,topics,category,categories,posted in
alle rechte,schlagworte
tous droits,mots-clés,étiquettes
todos los derechos,etiquetas,archivado
todos os direitos
tutti i diritti,riproduzione riservata
все права,теги,метки,рубрика
無断転載,著作権,タグ,カテゴリ
版权,版權,标签,標籤,关键词`,
};

export type Topic = keyof typeof WORDS;

const TOPICS = new Map<string, Set<string>>();
for (const [topic, words] of Object.entries(WORDS)) {
  for (const word of words.split(/[,\n]/)) TOPICS.set(word, (TOPICS.get(word) ?? new Set()).add(topic));
}

/** The most words that one of the entries has, and the most characters of those without spaces between words. */
const MOST_WORDS = 4;
const MOST_CHARACTERS = 8;

/** What stands between words and before them. Classes of Unicode's would take longer to compile than all the rest. */
const NO_WORD = /[\s\d:;|,.…!?"“”„«»()[\]{}<>—–•·*#+►▶→›●■©ⓒ&：、。！？（）【】「」『』/=]+/;

/** The topics of which a text begins with a word, whatever signs and numbers stand before it. */
export function topicsOf(text: string): ReadonlySet<string> {
  const topics = new Set<string>();
  const note = (word: string) => {
    for (const topic of TOPICS.get(word) ?? []) topics.add(topic);
  };
  const beginning = text.slice(0, 80).toLowerCase().replaceAll('’', "'");
  if (/^\W*[©ⓒ]|^\W*\(c\)/.test(beginning)) topics.add('copyright');
  const words = beginning.split(NO_WORD).filter(Boolean);
  for (let n = 1; n <= MOST_WORDS; n++) note(words.slice(0, n).join(' '));
  const [first = ''] = words;
  if (/[\u3040-\u9fff]/.test(first)) for (let n = 2; n <= MOST_CHARACTERS; n++) note(first.slice(0, n));
  return topics;
}
