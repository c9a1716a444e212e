import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { Content } from '#storage/fileStore.ts'
import { type PdfVerdict, pdfVerdict } from './pdfVerdict.ts'

// Answers each file with what the PDF does. The caller bounds its time and memory. Nothing else waits for this thread.
parentPort?.on('message', async (content: Content) => {
  const bytes = 'held' in content ? content.held : readFileSync(content.path)
  parentPort?.postMessage(await pdfVerdict(bytes).catch((): PdfVerdict => 'damaged'))
})
