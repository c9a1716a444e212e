/** A PDF of one A5 page with these lines of text: the evidence of the demo year. */
export const smallPdf = (lines: readonly string[]): Buffer => {
  const escaped = (line: string) => line.replace(/[^\x20-\x7e]/g, '-').replace(/[\\()]/g, '\\$&')
  const text = lines
    .map((line, n) => `${n === 0 ? '/F1 13 Tf' : '/F1 10 Tf'} (${escaped(line)}) Tj 0 -20 Td`)
    .join('\n')
  const content = `BT 40 540 Td\n${text}\nET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, n) => {
    const at = pdf.length
    pdf += `${n + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const rows = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return Buffer.from(
    `${pdf}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF\n`,
  )
}
