import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog, objectStream, pdfOf, streamOf } from '#files/judging/pdf.fixture.ts'
import { docxEntries, linkedWorkbook, pngOf, relationship, xlsxEntries, zipOf } from '#files/judging/zip.fixture.ts'
import { type Filing, filing } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { upload } from '#testing/upload.ts'

let api: TestApi
let team: Filing
let report: string
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  report = await team.begin()
})
afterAll(() => api.close())

const sent = (content: Buffer | string, name = 'bukti.pdf') =>
  upload(team.operator, report, { file: { name, content }, fields: { anchor: '' } })
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

  const filtered = (filter: string, more = {}) => {
    const stream = objectStream({ 5: script }).toString('latin1').replace('[/FlateDecode]', filter)
    const objects = { 1: catalog('/OpenAction 5 0 R'), 90: Buffer.from(stream, 'latin1'), ...more }
    return pdfOf({ objects, packed: { 5: '' } })
  }

  it('whose script is in an object stream with a short name for its filter is refused', async () => {
    expect(await refusal(filtered('/Fl'))).toMatch(/rusak.*simpan ulang/)
  })

  it('whose script is in an object stream with its filter elsewhere is refused', async () => {
    expect(await refusal(filtered(' 7 0 R', { 7: '/FlateDecode' }))).toMatch(/rusak.*simpan ulang/)
  })

  it('whose script is in an object stream behind a filter that changes nothing is refused', async () => {
    expect(await refusal(filtered('[/Crypt/FlateDecode]'))).toMatch(/rusak.*simpan ulang/)
  })

  it('whose script is in an object stream that its table of contents does not list is refused', async () => {
    const objects = { 1: catalog('/OpenAction 5 0 R'), 90: objectStream({ 5: script }) }
    expect(await refusal(pdfOf({ objects }))).toMatch(runs)
  })

  it('whose script came by a later change of the file is refused', async () => {
    const whole = pdfOf({ objects: { 1: catalog() } })
    const start = /startxref\n(\d+)/.exec(whole.toString('latin1'))![1]
    const parts = [
      `1 0 obj\n${catalog('/OpenAction<</S 7 0 R/JS(app.alert)>>')}\nendobj\n`,
      '7 0 obj\n/JavaScript\nendobj\n',
    ]
    const lineOf = (at: number) => `${String(at).padStart(10, '0')} 00000 n \n`
    const [first, second] = [whole.length, whole.length + parts[0]!.length]
    const table = `xref\n1 1\n${lineOf(first)}7 1\n${lineOf(second)}trailer\n<</Size 92/Root 1 0 R/Prev ${start}>>\n`
    const end = `startxref\n${second + parts[1]!.length}\n%%EOF\n`
    expect(await refusal(Buffer.concat([whole, Buffer.from([...parts, table, end].join(''))]))).toMatch(runs)
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

  it('whose link is a script with a sign in it that no address has is refused', async () => {
    const link = '<</Type/Annot/Subtype/Link/A<</S/URI/URI(java\\tscript:alert\\(1\\))>>>>'
    expect(await refusal(pdfOf({ objects: { 1: catalog(), 5: link } }))).toMatch(runs)
  })

  const opened = (address: string) => pdfOf({ objects: { 1: catalog(`/OpenAction<</S/URI/URI(${address})>>`) } })

  it('whose link opens a file of this computer is refused', async () => {
    expect(await refusal(opened('file:///C:/Windows/System32/calc.exe'))).toMatch(opens)
  })

  it('whose link opens a file of another computer is refused', async () => {
    expect(await refusal(opened('\\\\\\\\10.0.0.9\\\\berkas'))).toMatch(opens)
  })

  it('that goes to an article of another file is refused', async () => {
    const thread = '<</S/Thread/D 0/F(\\\\\\\\10.0.0.9\\\\a)>>'
    expect(await refusal(pdfOf({ objects: { 1: catalog(`/OpenAction${thread}`) } }))).toMatch(opens)
  })

  it('that shows a page of another file as a picture is refused', async () => {
    const page = '<</Subtype/Form/BBox[0 0 9 9]/Ref<</F(a.pdf)/Page 0>>/Length 0>>stream\n\nendstream'
    expect(await refusal(pdfOf({ objects: { 1: catalog(), 5: page } }))).toMatch(opens)
  })

  it('whose bytes are in another file is refused', async () => {
    const away = '<</F(\\\\\\\\10.0.0.9\\\\a)/Length 0>>stream\n\nendstream'
    expect(await refusal(pdfOf({ objects: { 1: catalog(), 5: away } }))).toMatch(opens)
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

  it('that inflates without end is refused in seconds, and delays no other request', async () => {
    const bomb = streamOf(Buffer.alloc(600_000_000), '/Type/ObjStm/N 1/First 4', 2)
    const refused = refusal(pdfOf({ objects: { 1: catalog(), 90: bomb }, packed: { 5: '' } }))
    const started = performance.now()
    expect((await team.operator.call('GET', '/session')).statusCode).toBe(200)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(await refused).toMatch(/terlalu besar/)
    expect(await taken(pdfOf({ objects: { 1: catalog() } }))).toMatchObject({ media: 'application/pdf' })
  })

  it('whose object stream holds nothing of what it says is no reason to fall', async () => {
    const objects = { 1: catalog(), 5: objectStream({ 6: '<<'.repeat(50_000) }) }
    expect([201, 422]).toContain((await sent(pdfOf({ objects }))).statusCode)
  })

  it('that opens at a page passes', async () => {
    const thread = '<</S/Thread/D 0>>'
    const objects = { 1: catalog('/OpenAction<</S/GoTo/D[3 0 R/Fit]>>'), 5: '<</S/Named/N/NextPage>>', 6: thread }
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

  it('whose template elsewhere has an address that speaks of another kind of link is refused', async () => {
    const decoy = relationship('attachedTemplate', 'External').replace(
      /<Relationship .*\/>/,
      `<Relationship Id="r1" Target="https://lain.example/?Type='x/hyperlink'&amp;TargetMode='Internal'" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" TargetMode="External"/>`,
    )
    expect(await refusal(withSettings(decoy), 'surat.docx')).toMatch(/templat/i)
  })

  it('whose template elsewhere is behind a remark with a quotation mark is refused', async () => {
    const remark = relationship('attachedTemplate', 'External').replace(
      '<Relationship ',
      `<!--<Relationship x="--><Relationship `,
    )
    expect(await refusal(withSettings(remark), 'surat.docx')).toMatch(/templat/i)
  })

  it('whose links are in an encoding that is not read here is refused', async () => {
    const coded = Buffer.from(Buffer.from(relationship('attachedTemplate', 'External')).map(byte => byte ^ 0x80))
    expect(await refusal(withSettings(coded), 'surat.docx')).toMatch(/rusak/)
  })

  it('with a frame that shows a page from elsewhere is refused', async () => {
    expect(await refusal(withSettings(relationship('frame', 'External')), 'surat.docx')).toMatch(
      /berkas lain saat dibuka.*PDF/,
    )
  })

  it('with a part that is another document elsewhere is refused', async () => {
    expect(await refusal(withSettings(relationship('subDocument', 'External')), 'surat.docx')).toMatch(
      /berkas lain saat dibuka/,
    )
  })

  it('that brings text of another kind, in which anything may be, is refused', async () => {
    const chunk = { name: 'word/afchunk.rtf', content: '{\\rtf1{\\field{\\*\\fldinst DDEAUTO cmd "/k calc"}}}' }
    const links = { name: 'word/_rels/document.xml.rels', content: relationship('aFChunk', 'Internal') }
    expect(await refusal(zipOf(docxEntries(chunk, links)), 'surat.docx')).toMatch(/berkas lain saat dibuka/)
  })

  /** A document with a field of these runs; a bar begins another field within it. */
  const withField = (...runs: string[]) => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const nested = `${mark('begin')}<w:r><w:instrText> QUOTE 68 68 69 </w:instrText></w:r>${mark('separate')}${mark('end')}`
    const code = runs.map(run => (run === '|' ? nested : `<w:r><w:instrText>${run}</w:instrText></w:r>`)).join('')
    const content = `<w:document>${mark('begin')}${code}${mark('separate')}${mark('end')}</w:document>`
    return zipOf(docxEntries().map(entry => (entry.name === 'word/document.xml' ? { ...entry, content } : entry)))
  }
  const asks = /program lain/

  it('that asks a program for data when it is opened is refused', async () => {
    expect(await refusal(withField(' DDEAUTO c:\\\\cmd.exe "/k calc"'), 'surat.docx')).toMatch(asks)
  })

  it('that asks a program for data in several runs is refused', async () => {
    expect(await refusal(withField(' D', 'DEA', 'UTO', ' c:\\\\cmd.exe "/k calc"'), 'surat.docx')).toMatch(asks)
  })

  it('that asks a program for data in letters written as codes, with remarks between, is refused', async () => {
    expect(await refusal(withField('&#68;D<!-- -->', '<![CDATA[E]]> ', 'cmd'), 'surat.docx')).toMatch(asks)
  })

  it('whose field is named by another field is refused', async () => {
    expect(await refusal(withField('|', ' c:\\\\cmd.exe "/k calc"'), 'surat.docx')).toMatch(asks)
    expect(await refusal(withField('DD', '|', ' c:\\\\cmd.exe'), 'surat.docx')).toMatch(asks)
  })

  it('whose fields are in one element and ask a program for data is refused', async () => {
    const content = '<w:document><w:fldSimple w:instr=" &#68;DE cmd x"/></w:document>'
    const entries = docxEntries().map(entry => (entry.name === 'word/document.xml' ? { ...entry, content } : entry))
    expect(await refusal(zipOf(entries), 'surat.docx')).toMatch(asks)
  })

  it('whose fields hold fields, and whose text speaks of DDE, passes', async () => {
    await taken(withField(' IF ', '|', ' = "DDE" "ya" "tidak" '), 'surat.docx')
    await taken(withField('=', '|', '+ 1'), 'surat.docx')
    await taken(withField(' PAGE '), 'surat.docx')
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

  const connected = (attribute: string) =>
    zipOf(
      xlsxEntries({
        name: 'xl/connections.xml',
        content: `<connections><connection id="1" type="4" ${attribute}><webPr url="https://lain.example/"/></connection></connections>`,
      }),
    )

  it('that fetches data from elsewhere whenever it is opened is refused', async () => {
    expect(await refusal(connected('refreshOnLoad="1"'), 'data.xlsx')).toMatch(/dari luar.*hapus koneksinya/)
  })

  it('whose data from elsewhere wait for a person passes', async () => {
    await taken(connected('refreshOnLoad="0"'), 'data.xlsx')
    await taken(connected(''), 'data.xlsx')
  })

  it('whose formula starts a program with codes for its quotes is refused', async () => {
    expect(await refusal(withFormula('cmd&#00124;&#39;/c calc&#x27;!A1'), 'data.xlsx')).toMatch(/program lain/)
  })

  it('whose formula starts a program behind a text whose quotes are written in two ways is refused', async () => {
    expect(await refusal(withFormula(`"a&quot;&amp;cmd|'/c calc'!A1&amp;"b"`), 'data.xlsx')).toMatch(/program lain/)
  })

  it('whose formula starts a program in a text as it is, with a remark in it, is refused', async () => {
    expect(await refusal(withFormula("<![CDATA[cmd|'/c calc'!A1]]>"), 'data.xlsx')).toMatch(/program lain/)
    expect(await refusal(withFormula("cm<!-- x -->d|'/c <![CDATA[calc]]>'!A1"), 'data.xlsx')).toMatch(/program lain/)
  })

  it('whose formula has bars in texts and names of sheets and columns passes', async () => {
    await taken(
      withFormula(`"a|b!c"&amp;'Juni|Juli'!A1&amp;Tabel1[a|b]&amp;&quot;x|y!&quot;&amp;&#34;a&#124;b!c&#34;&#60;1`),
      'data.xlsx',
    )
  })

  it('that takes values of other workbooks is taken, and everybody who reads it is told', async () => {
    const book = '<externalLink><externalBook r:id="rId1"><sheetNames/></externalBook></externalLink>'
    const made = await taken(zipOf(linkedWorkbook(book)), 'data.xlsx')
    expect(made.warnings).toEqual(['links-to-workbooks'])
    const { items } = (await team.head.call('GET', `/submissions/${report}/attachments`)).json()
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
