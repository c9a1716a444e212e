// A process of its own for one document: what the compiler takes of memory, some hundred megabytes, it never gives back.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { Order } from './typeset.ts'

const fonts = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  // for letters that the first has not, as Arabic
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
]
const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

process.once('message', ({ template, paper }: Order) => {
  const fontBlobs = fonts.map(font => readFileSync(fileURLToPath(import.meta.resolve(font))))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
  const mainFileContent = textOf('common.typ') + textOf(`${template}.typ`)
  const standard = template === 'report' ? {} : { pdfStandard: PdfStandard.UA_1 }
  const pdf = compiler.pdf({ mainFileContent, inputs: { paper } }, { pdfTags: true, ...standard })
  process.send?.(pdf, () => process.disconnect())
})
