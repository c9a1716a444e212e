import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { NoAnswerError, saidOf } from '#sync/problems/ProblemError.ts'
import { useMe } from '#sync/session/me.tsx'
import { useDraftText } from '#sync/session/useDraftText.ts'
import { useOnline } from '#sync/transport/online.ts'
import fieldStyles from '#ui/Field.module.css'
import { Sheet } from '#ui/Modal.tsx'
import { type Opened, type Place, placesFound } from './placesFound.ts'
import { ResultList } from './ResultList.tsx'
import styles from './Search.module.css'
import { type SearchKind, useFoundNames } from './useFoundNames.ts'

const most = 8

const isOpened = (value: unknown): value is Opened =>
  typeof value === 'object' && value !== null && 'to' in value && 'title' in value && 'detail' in value

function readPlaces(text: string): Opened[] {
  try {
    const kept: unknown = JSON.parse(text || '[]')
    return Array.isArray(kept) ? kept.filter(isOpened).slice(0, most) : []
  } catch {
    return []
  }
}

/** The places that were last opened from here, as this post, on this device; encrypted like all else of a person. */
function useRecentPlaces(): [Opened[], (place: Opened) => void] {
  const [text, setText] = useDraftText(`cari.terakhir.${useMe().post?.id}`)
  const places = readPlaces(text)
  return [
    places,
    ({ title, detail, to }) =>
      setText(JSON.stringify([{ title, detail, to }, ...places.filter(one => one.to !== to)].slice(0, most))),
  ]
}

/** Finds a place by words: arrows move, Enter opens, Escape returns to where one was. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const navigate = useNavigate()
  const online = useOnline()
  const listId = useId()
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<SearchKind | undefined>()
  const [active, setActive] = useState(0)
  const [recent, remember] = useRecentPlaces()
  const asked = words.trim()
  const { found, state, error } = useFoundNames(asked, kind, online)
  const groups = placesFound({ me, words: asked, kind, recent, found })
  const places = groups.flatMap(group => group.places)
  const chosen = places[active]
  /** Enter was pressed while what was typed was still sought. */
  const [entered, setEntered] = useState(false)
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView?.({ block: 'nearest' })
  }, [listId, active])

  useEffect(() => {
    if (!entered || state === 'seeking') return
    setEntered(false)
    if (chosen) go(chosen)
  })

  function go(place: Place): void {
    if ('all' in place) {
      setKind(place.all)
      setActive(0)
      document.getElementById(`${listId}-words`)?.focus()
      return
    }
    remember(place)
    onClose()
    navigate(place.to)
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && places.length > 0) {
      event.preventDefault()
      setActive((active + step + places.length) % places.length)
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      if (state === 'seeking') setEntered(true)
      else if (chosen) go(chosen)
    }
  }
  const unanswered = error instanceof NoAnswerError
  const note = noteOf({
    asked,
    count: places.filter(place => !('all' in place)).length,
    state,
    online: online && !unanswered,
  })
  return (
    <Sheet open onClose={onClose} title="Cari">
      <input
        id={`${listId}-words`}
        type="text"
        role="combobox"
        aria-label="Cari perangkat daerah, orang, laporan, baris, indikator, angka, atau halaman"
        aria-autocomplete="list"
        aria-expanded={places.length > 0}
        aria-controls={places.length > 0 ? listId : undefined}
        aria-activedescendant={chosen ? `${listId}-${active}` : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={120}
        data-autofocus
        className={fieldStyles.input}
        value={words}
        onChange={event => {
          setWords(event.target.value)
          setKind(undefined)
          setActive(0)
          setEntered(false)
        }}
        onKeyDown={onKeyDown}
      />
      <p role="status" className={styles.note}>
        {state === 'failed' && error && !unanswered ? saidOf(error) : note}
      </p>
      {places.length > 0 && <ResultList id={listId} groups={groups} active={active} words={asked} onChoose={go} />}
    </Sheet>
  )
}

interface Noted {
  asked: string
  count: number
  state: 'idle' | 'seeking' | 'found' | 'failed'
  online: boolean
}

function noteOf({ asked, count, state, online }: Noted): string {
  const offline = online ? '' : ' Sedang luring: hanya halaman yang dicari.'
  if (asked.length < 2) return `Ketik nama atau kode, misalnya "dinkes spm 2026" atau "1.02.01".${offline}`
  if (state === 'seeking') return 'Mencari…'
  return `${count === 0 ? 'Tidak ada yang cocok.' : `${count} ditemukan.`}${offline}`
}
