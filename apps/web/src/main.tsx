import '#app/prefetchFirst.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Start } from '#app/Start.tsx'
import { leavePage } from '#sync/tabs/onlyHere.ts'
import { late } from '#ui/late.tsx'
import '#ui/theme.css'

// The one page without a sign-in: for those who hold a paper.
const PaperCheck = late(async () => (await import('#features/paper-check/PaperCheckPage.tsx')).PaperCheckPage)

// A page that Back restores from the browser's memory may be of a user who has left: it is reloaded.
addEventListener('pageshow', ({ persisted }) => persisted && leavePage())

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>{location.pathname.startsWith('/naskah/') ? <PaperCheck /> : <Start />}</StrictMode>,
  )
