import '#app/prefetchFirst.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Start } from '#app/Start.tsx'
import { leavePage } from '#sync/tabs/onlyHere.ts'
import { late } from '#ui/late.tsx'
import '#ui/theme.css'

// The pages without a sign-in: for those who hold a paper, and what the region opened to everybody.
const PaperCheck = late(async () => (await import('#features/paper-check/PaperCheckPage.tsx')).PaperCheckPage)

const OpenData = late(async () => (await import('#features/open-data/OpenDataPage.tsx')).OpenDataPage)

function Opened() {
  if (location.pathname.startsWith('/naskah/')) return <PaperCheck />
  return /^\/publik\/?$/.test(location.pathname) ? <OpenData /> : <Start />
}

// A page that Back restores from the browser's memory may be of a user who has left: it is reloaded.
addEventListener('pageshow', ({ persisted }) => persisted && leavePage())

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Opened />
    </StrictMode>,
  )
