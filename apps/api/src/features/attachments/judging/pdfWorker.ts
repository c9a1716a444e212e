import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { type PdfVerdict, pdfVerdict } from './pdfVerdict.ts'

// Answers each path with what the PDF there does. The caller bounds its time and memory. Nothing else waits for this thread.
parentPort?.on('message', async (path: string) => {
  const bytes = readFileSync(path)
  parentPort?.postMessage(await pdfVerdict(bytes).catch((): PdfVerdict => 'damaged'))
})
