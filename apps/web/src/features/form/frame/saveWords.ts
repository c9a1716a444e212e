import type { OutboxState } from '../outbox/outbox.ts'

export interface SaveWords {
  text: string
  tone: 'good' | 'info' | 'warn'
}

/** Where the answers are: on the server, on their way, waiting for the line, or waiting for a decision. */
export function saveWords({ waiting, stuck, failure, keepLost }: OutboxState): SaveWords {
  if (stuck > 0) return { text: `${stuck} isian perlu Anda putuskan`, tone: 'warn' }
  if (waiting === 0) return { text: 'Semua tersimpan', tone: 'good' }
  if (failure !== null) {
    const only = keepLost ? ', jangan tutup halaman ini' : ''
    return { text: `Menunggu jaringan · ${waiting} isian${only}`, tone: 'warn' }
  }
  return { text: 'Menyimpan…', tone: 'info' }
}
