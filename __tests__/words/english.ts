const QUOTED = /“[^”]*”|<code>[^<]*<\/code>|<pre>[^<]*<\/pre>/gu;
const LINK = /https?:\/\/[^\s"<>]+/gu;
const ENTITY = /&\w+;/gu;
const HTML_TAG = /<[^>]*>/gu;
const SENTENCE = /[A-Za-z][A-Za-z']*(?:[,;:]? +[A-Za-z][A-Za-z']*){2,}/gu;

/** The runs of three or more Latin words in a text, outside of quotations, code and links. Pure. */
export function englishIn(text: string): readonly string[] {
  const own = [QUOTED, LINK, HTML_TAG, ENTITY].reduce((left, foreign) => left.replaceAll(foreign, '·'), text);
  return own.match(SENTENCE) ?? [];
}
