import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { type PdfVerdict, pdfVerdict } from './pdfVerdict.ts'

// Answers each path with what the PDF there does. The caller bounds its time and memory.
parentPort?.on('message', async (path: string) => {
  const bytes = await readFile(path)
  parentPort?.postMessage(await pdfVerdict(bytes).catch((): PdfVerdict => 'damaged'))
})
