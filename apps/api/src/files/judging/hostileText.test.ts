/** What judges the text of a document costs much the same whatever is in it: a file of 100 KB may unpack to 150 MB of it. */
import process from 'node:process'
import { expect, it } from 'vitest'
import { judgeFields } from './judgeFields.ts'
import { judgeLinks, judgeRelationships } from './judgeLinks.ts'
import { RefusedFile } from './refusedFile.ts'

const cost = async (run: () => unknown): Promise<number> => {
  const before = process.cpuUsage()
  await Promise.resolve()
    .then(run)
    .catch(error => expect(error).toBeInstanceOf(RefusedFile))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
const least = async (run: () => unknown) => Math.min(await cost(run), await cost(run), await cost(run))

const length = 500_000
/** Below this many milliseconds a cost is that of the measurement. */
const floor = 10
const filled = (unit: string, start = '') => start + unit.repeat(length / unit.length)
const plain = filled('<c><v>1</v></c>')

/** A pattern that goes back for each letter costs a hundred times what it costs to look through a plain text. */
const costsAsPlain = async (read: (text: string) => unknown, texts: string[]) => {
  const usual = Math.max(await least(() => read(plain)), floor)
  for (const text of texts) expect((await least(() => read(text))) / usual, text.slice(0, 40)).toBeLessThan(15)
}

it('a piece of a part, searched for links', () =>
  costsAsPlain(judgeLinks, [
    filled(' ', '<f>|'),
    filled(`<f>|${' '.repeat(9000)}`),
    filled('|', '<f>'),
    filled("'", '<f>'),
    filled('[', '<f>'),
    filled('&quot;', '<f>'),
    filled('<f>'),
    filled('<f '),
    filled('<a:'),
    filled('<connection refreshOnLoad'),
    filled(' ', '<connection refreshOnLoad'),
  ]))

it('the relationships of a part', () =>
  costsAsPlain(judgeRelationships, [
    filled('/relationships/frame ', '<Relationships>'),
    filled(' ', '<Relationships>/relationships/frame'),
    filled('<Relationships '),
    filled('&#x41;', '<Relationships>'),
  ]))

it('the fields of a document', () =>
  costsAsPlain(judgeFields, [
    filled('<!--'),
    filled('<!-- -'),
    filled('<?'),
    filled('<![CDATA['),
    filled('<w:instrText>a</w:instrText>'),
    filled('<w:instrText>'),
    filled('<w:fldChar '),
    filled('<a b="'),
    filled(' ', '<w:instrText>'),
  ]))
