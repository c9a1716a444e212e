// A process of its own for one document: what the compiler takes of memory, some hundred megabytes, it never gives back.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const fonts = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  // for letters that the first has not, as Arabic
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
]
const template = new URL('report.typ', import.meta.url)

process.once('message', (paper: string) => {
  const fontBlobs = fonts.map(font => readFileSync(fileURLToPath(import.meta.resolve(font))))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
  const pdf = compiler.pdf({ mainFileContent: readFileSync(template, 'utf8'), inputs: { paper } }, { pdfTags: true })
  process.send?.(pdf, () => process.disconnect())
})
