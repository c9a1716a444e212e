import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { catalog, objectStream, pdfOf, streamOf } from '../../../src/features/attachments/judging/pdf.fixture.ts'
import {
  docxEntries,
  linkedWorkbook,
  pngOf,
  relationship,
  xlsxEntries,
  zipOf,
} from '../../../src/features/attachments/judging/zip.fixture.ts'
import { type Filing, filing } from '../../../src/testing/filing.ts'
import { type TestApi, testApi } from '../../../src/testing/test-api.ts'
import { upload } from '../../../src/testing/upload.ts'

// A file that is refused for its time takes it, also on a machine that does other things.
vi.setConfig({ testTimeout: 90_000 })

let api: TestApi
let desk: Filing
let report: string
beforeAll(async () => {
  api = await testApi()
  desk = await filing(api)
  report = await desk.begin()
})
afterAll(() => api.close())

const sent = (content: Buffer | string, name = 'bukti.pdf') =>
  upload(desk.operator, report, { file: { name, content }, fields: { anchor: '' } })
/** What is said of a file that is refused. */
const refusal = async (content: Buffer | string, name?: string): Promise<string> => {
  const answer = await sent(content, name)
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'file-refused'])
  return answer.json().detail
}
const taken = async (content: Buffer, name?: string) => {
  const answer = await sent(content, name)
  expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()])
  return answer.json()
}

const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>'
const runs = /menjalankan skrip.*[Cc]etak lagi ke PDF/
const opens = /membuka berkas lain.*[Cc]etak lagi ke PDF/

describe('a PDF', () => {
  it('that runs script on opening is refused', async () => {
    expect(await refusal(pdfOf({ objects: { 1: catalog(`/OpenAction${script}`) } }))).toMatch(runs)
  })

  it('that runs script when a page is shown is refused', async () => {
    const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/AA<</O${script}>>>>`
    expect(await refusal(pdfOf({ objects: { 1: catalog(), 3: page } }))).toMatch(runs)
  })

  it('whose form computes by script is refused', async () => {
    const field = `<</FT/Tx/T(total)/AA<</C 6 0 R>>>>`
    const objects = { 1: catalog('/AcroForm<</Fields[5 0 R]>>'), 5: field, 6: script }
    expect(await refusal(pdfOf({ objects }))).toMatch(runs)
  })

  it('that brings script under a name is refused', async () => {
    const names = '/Names<</JavaScript<</Names[(a) 5 0 R]>>>>'
    expect(await refusal(pdfOf({ objects: { 1: catalog(names), 5: script } }))).toMatch(runs)
  })

  it('whose script is in a compressed object stream is refused', async () => {
    const objects = { 1: catalog('/OpenAction 5 0 R') }
    expect(await refusal(pdfOf({ objects, packed: { 5: script } }))).toMatch(runs)
  })

  it('whose script is written with codes for letters is refused', async () => {
    const spelled = '<</#53/#4aavaS#63ript/#4A#53(app.alert\\(1\\))>>'
    expect(await refusal(pdfOf({ objects: { 1: catalog(`/OpenAction${spelled}`) } }))).toMatch(runs)
  })

  it('that says elsewhere that its action is a script is refused', async () => {
    const objects = { 1: catalog('/OpenAction<</S 5 0 R/JS 6 0 R>>') }
    expect(await refusal(pdfOf({ objects, packed: { 5: '/JavaScript', 6: '(app.alert)' } }))).toMatch(runs)
  })

  it('whose script its table of contents does not list is refused', async () => {
    const hidden = Buffer.from(`(7 0 obj <</S %${'x'.repeat(90)}\n /JavaScript /JS(app.alert)>> endobj)`)
    expect(await refusal(pdfOf({ objects: { 1: catalog(), 5: hidden } }))).toMatch(runs)
  })

  it('whose script is behind a later object of the same number is refused', async () => {
    const objects = { 1: catalog('/OpenAction 5 0 R'), 5: script }
    const whole = Buffer.concat([pdfOf({ objects }), Buffer.from('5 0 obj null endobj\n')])
    expect(await refusal(whole)).toMatch(runs)
  })

  it('with a dynamic form, which is a program, is refused', async () => {
    const form = streamOf(Buffer.from('<xdp:xdp/>'), '')
    const objects = { 1: catalog('/AcroForm<</Fields[]/XFA 5 0 R>>'), 5: form }
    expect(await refusal(pdfOf({ objects }))).toMatch(runs)
  })

  it('whose link is a script is refused', async () => {
    const link = '<</Type/Annot/Subtype/Link/A<</S/URI/URI( JavaScript:alert\\(1\\))>>>>'
    expect(await refusal(pdfOf({ objects: { 1: catalog(), 5: link } }))).toMatch(runs)
  })

  it('that starts a program is refused', async () => {
    const launch = '<</S/Launch/Win<</F(cmd.exe)/P(/c calc)>>>>'
    expect(await refusal(pdfOf({ objects: { 1: catalog(`/OpenAction${launch}`) } }))).toMatch(opens)
  })

  it('that opens a file of another computer, and so gives a password away, is refused', async () => {
    const away = '<</S/GoToR/F(\\\\\\\\10.0.0.9\\\\berkas)/D[0/Fit]>>'
    expect(await refusal(pdfOf({ objects: { 1: catalog(), 5: `<</AA<</O${away}>>>>` } }))).toMatch(opens)
  })

  it('that opens a file inside another is refused', async () => {
    const packed = { 5: '<</S/GoToE/T<</R/C/N(dalam.pdf)>>>>' }
    expect(await refusal(pdfOf({ objects: { 1: catalog('/OpenAction 5 0 R') }, packed }))).toMatch(opens)
  })

  it('that is locked is refused, whatever is in it', async () => {
    const locked = pdfOf({ objects: { 1: catalog() } })
      .toString('latin1')
      .replace('/Root 1 0 R', '/Root 1 0 R/Encrypt 5 0 R')
    expect(await refusal(Buffer.from(locked, 'latin1'))).toMatch(/terkunci sandi/)
  })

  it('that inflates without end is refused in seconds, and holds nobody meanwhile', async () => {
    const bomb = streamOf(Buffer.alloc(600_000_000), '/Type/ObjStm/N 1/First 4', 2)
    const refused = refusal(pdfOf({ objects: { 1: catalog(), 90: bomb }, packed: { 5: '' } }))
    const started = performance.now()
    expect((await desk.operator.call('GET', '/session')).statusCode).toBe(200)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(await refused).toMatch(/terlalu besar/)
    expect(await taken(pdfOf({ objects: { 1: catalog() } }))).toMatchObject({ media: 'application/pdf' })
  })

  it('whose object stream holds nothing of what it says is no reason to fall', async () => {
    const objects = { 1: catalog(), 5: objectStream({ 6: '<<'.repeat(50_000) }) }
    expect([201, 422]).toContain((await sent(pdfOf({ objects }))).statusCode)
  })

  it('that opens at a page passes', async () => {
    const objects = { 1: catalog('/OpenAction<</S/GoTo/D[3 0 R/Fit]>>'), 5: '<</S/Named/N/NextPage>>' }
    await taken(pdfOf({ objects }))
  })

  it('with a signature field passes', async () => {
    const field = '<</FT/Sig/T(ttd)/Type/Annot/Subtype/Widget/Rect[0 0 0 0]/V 6 0 R>>'
    const signed = '<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 1 2 3]/Contents<00>>>'
    const objects = { 1: catalog('/AcroForm<</SigFlags 3/Fields[5 0 R]>>') }
    await taken(pdfOf({ objects, packed: { 5: field, 6: signed } }))
  })

  it('whose text and links only speak of scripts passes', async () => {
    const link = '<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://developer.mozilla.org/Web/JavaScript)>>>>'
    const text = streamOf(Buffer.from('BT (/JavaScript, /Launch dan /JS) Tj ET'), '', 0)
    await taken(pdfOf({ objects: { 1: catalog(), 5: link, 6: text, 7: '<</Title(/JavaScript /JS)>>' } }))
  })
})

describe('a document', () => {
  const withSettings = (content: Buffer | string) =>
    zipOf(docxEntries({ name: 'word/_rels/settings.xml.rels', content }))

  it('with a template elsewhere is refused', async () => {
    expect(await refusal(withSettings(relationship('attachedTemplate', 'External')), 'surat.docx')).toMatch(
      /templat.*lepaskan|PDF/i,
    )
  })

  it('whose template elsewhere is written with codes for letters is refused', async () => {
    const coded = relationship('attached&#84;emplate', 'Exter&#x6e;al')
    expect(await refusal(withSettings(coded), 'surat.docx')).toMatch(/templat/i)
  })

  it('whose template elsewhere is written in UTF-16 is refused', async () => {
    const content = Buffer.from(`\ufeff${relationship('attachedTemplate', 'External')}`, 'utf16le')
    expect(await refusal(withSettings(content), 'surat.docx')).toMatch(/templat/i)
  })

  it('that asks a program for data when it is opened is refused', async () => {
    const content =
      '<w:document><w:instrText xml:space="preserve"> DDEAUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:document>'
    const entries = docxEntries().map(entry => (entry.name === 'word/document.xml' ? { ...entry, content } : entry))
    expect(await refusal(zipOf(entries), 'surat.docx')).toMatch(/program lain/)
  })

  it('with links to pages passes', async () => {
    const links = { name: 'word/_rels/document.xml.rels', content: relationship('hyperlink', 'External') }
    await taken(zipOf(docxEntries(links)), 'surat.docx')
  })
})

describe('a workbook', () => {
  it('that asks a program for data is refused', async () => {
    const dde = '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    expect(await refusal(zipOf(linkedWorkbook(dde)), 'data.xlsx')).toMatch(/program lain/)
  })

  it('that asks a program for data under another prefix, in UTF-16, is refused', async () => {
    const dde = Buffer.from('\ufeff<x:externalLink><x:ddeLink ddeService="cmd"/></x:externalLink>', 'utf16le')
    expect(await refusal(zipOf(linkedWorkbook(dde)), 'data.xlsx')).toMatch(/program lain/)
  })

  const withFormula = (formula: string) =>
    zipOf(
      xlsxEntries().map(entry =>
        entry.name.endsWith('sheet1.xml')
          ? { ...entry, content: `<worksheet><c r="A1"><f>${formula}</f><v>1</v></c></worksheet>` }
          : entry,
      ),
    )

  it('whose formula starts a program is refused', async () => {
    expect(await refusal(withFormula("cmd|'/c calc'!A1"), 'data.xlsx')).toMatch(/program lain/)
  })

  it('whose formula starts a program behind a text, with codes for letters, is refused', async () => {
    expect(await refusal(withFormula('&quot;a|b&quot;&amp;cmd&#124;&apos;/c calc&apos;!A1'), 'data.xlsx')).toMatch(
      /program lain/,
    )
  })

  it('whose formula has bars in texts and names of sheets and columns passes', async () => {
    await taken(withFormula(`"a|b!c"&amp;'Juni|Juli'!A1&amp;Tabel1[a|b]&amp;&quot;x|y!&quot;`), 'data.xlsx')
  })

  it('that takes values of other workbooks is taken, and everybody who reads it is told', async () => {
    const book = '<externalLink><externalBook r:id="rId1"><sheetNames/></externalBook></externalLink>'
    const made = await taken(zipOf(linkedWorkbook(book)), 'data.xlsx')
    expect(made.warnings).toEqual(['links-to-workbooks'])
    const { items } = (await desk.head.call('GET', `/submissions/${report}/attachments`)).json()
    expect(items.at(-1)).toMatchObject({ id: made.id, warnings: ['links-to-workbooks'] })
  })

  it('that is by itself is taken without a warning', async () => {
    expect((await taken(zipOf(xlsxEntries()), 'data.xlsx')).warnings).toEqual([])
  })
})

describe('a picture', () => {
  it('of 900 megapixels in a few bytes is refused', async () => {
    expect(await refusal(pngOf(30_000, 30_000), 'peta.png')).toMatch(/megapiksel.*[Pp]erkecil/)
  })

  it('of a large scan passes', async () => {
    expect(await taken(pngOf(9_933, 14_043), 'peta.png')).toMatchObject({ media: 'image/png' })
  })
})

describe('a file under a wrong name', () => {
  it('is told that it is no PDF, where it is a text called .pdf', async () => {
    expect(await refusal('laporan triwulan', 'laporan.pdf')).toMatch(/^Isi berkas ini bukan PDF/)
  })
})
