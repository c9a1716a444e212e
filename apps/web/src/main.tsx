import '#app/prefetchFirst.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Start } from '#app/Start.tsx'
import { leavePage } from '#sync/tabs/onlyHere.ts'
import '#ui/theme.css'

// A page that Back restores from the browser's memory may be of a user who has left: it is reloaded.
addEventListener('pageshow', ({ persisted }) => persisted && leavePage())

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Start />
    </StrictMode>,
  )
