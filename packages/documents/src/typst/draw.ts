import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'

/** What is drawn, and by which template. */
export interface Order {
  template: 'report' | 'official' | 'edition'
  /** As JSON. */
  paper: string
}

const fonts = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  // for letters that the first has not, as Arabic
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
]
const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

/** Draws a paper as PDF. What the compiler takes of memory, some hundred megabytes, it never gives back: `runApart` calls this. */
export function draw({ template, paper }: Order): Uint8Array {
  const fontBlobs = fonts.map(font => readFileSync(fileURLToPath(import.meta.resolve(font))))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
  const mainFileContent = textOf('common.typ') + textOf(`${template}.typ`)
  const standard = template === 'report' ? {} : { pdfStandard: PdfStandard.UA_1 }
  return compiler.pdf({ mainFileContent, inputs: { paper } }, { pdfTags: true, ...standard })
}
