/** Own drawings on a grid of 20, stroked; always beside a word, so they are hidden from screen readers. */
const drawings = {
  check: 'm4 10.5 4 4 8-9',
  'check-circle': 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Zm-3.5 7.7 2.5 2.5 4.5-5',
  cross: 'm5 5 10 10M15 5 5 15',
  'cross-circle': 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM7.5 7.5l5 5m0-5-5 5',
  alert: 'M10 3 2.5 16.5h15L10 3Zm0 5v4m0 2.2v.1',
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 9v5m0-7.6v.1',
  help: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM7.8 8a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.8-1.1 1.6m0 2.2v.1',
  clock: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 6v4.3l3 1.7',
  pencil: 'M3.5 16.5 4 13 13 4l3 3-9 9-3.5.5ZM11.5 5.5l3 3',
  circle: 'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z',
  sign: 'M3 16.5h14M4 13.5c2-6 4-10 6-9.5s-3 9-1 9 2-4 3.5-4 .5 3 3.5 3',
  send: 'm3 10 14-6.5-4 13-3.5-5L3 10Zm6.5 1.5L17 3.5',
  eye: 'M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10Zm8-2.3a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6Z',
  'eye-off':
    'M3 3l14 14M8 5c.6-.3 1.3-.5 2-.5 5 0 8 5.5 8 5.5s-.8 1.5-2.3 2.9M5 6.5C3 8 2 10 2 10s3 5.5 8 5.5c1.3 0 2.5-.4 3.5-.9',
  return: 'M7 5 3 9l4 4M3.5 9H12a4.5 4.5 0 0 1 0 7H9',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm4 9.5 4 4',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  trash: 'M4 6h12M8 6V3.5h4V6m2.5 0-.7 10.5H6.2L5.5 6',
  'chevron-down': 'm5 7.5 5 5 5-5',
  'chevron-up': 'm5 12.5 5-5 5 5',
  'chevron-right': 'm7.5 5 5 5-5 5',
  'chevron-left': 'm12.5 5-5 5 5 5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  more: 'M4 9.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6Zm6 0a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6Zm6 0a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6Z',
  home: 'M3 9.5 10 3l7 6.5M5 8v8.5h10V8',
  list: 'M7.5 5h9.5M7.5 10H17m-9.5 5H17M3.5 5h.1m-.1 5h.1m-.1 5h.1',
  inbox: 'M3 11.5 5 4h10l2 7.5v5H3v-5Zm0 0h4l1 2h4l1-2h4',
  chart: 'M3.5 16.5h13.5M5.5 16V10m4 6V5m4 11V8',
  trend: 'M3.5 3.5v13h13.5M6 13l3.5-4 3 2.5L17 6',
  gear: 'M10 7.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM10 2.5v2.2m0 10.6v2.2M2.5 10h2.2m10.6 0h2.2M4.7 4.7l1.6 1.6m7.4 7.4 1.6 1.6m0-10.6-1.6 1.6m-7.4 7.4-1.6 1.6',
  person: 'M10 3a3.3 3.3 0 1 0 0 6.6A3.3 3.3 0 0 0 10 3ZM3.5 17c.5-3.5 3-5 6.5-5s6 1.5 6.5 5',
  building: 'M4 17V4l7-1.5V17M11 7.5h5V17M2.5 17h15M6.5 7h2m-2 3.5h2m-2 3.5h2',
  paperclip: 'm15.5 9-6 6a3.5 3.5 0 0 1-5-5l6.5-6.5a2.3 2.3 0 0 1 3.3 3.3L8 13.1A1.1 1.1 0 0 1 6.4 11.5L12 6',
  notices: 'M10 2.5a5 5 0 0 0-5 5V12l-1.5 2.5h13L15 12V7.5a5 5 0 0 0-5-5ZM8 16.5a2 2 0 0 0 4 0',
  note: 'M3 3.5h14v10H9L5.5 17v-3.5H3v-10Zm3.5 3.5h7m-7 3h4.5',
  print: 'M6 7V3h8v4M6 14H3V7.5h14V14h-3M6 11.5h8V17H6v-5.5Z',
  history: 'M3 10a7 7 0 1 0 2.2-5.1L3 7m0-4v4h4m3-1v4.3l3 1.7',
  download: 'M10 3v10m0 0L6 9m4 4 4-4M3.5 16.5h13',
  upload: 'M10 13.5V3.5m0 0-4 4m4-4 4 4M3.5 16.5h13',
  file: 'M5 2.5h7l3.5 3.5v11.5H5v-15Zm7 0V6h3.5',
  key: 'M13 3a4 4 0 0 0-3.7 5.5L3 14.8V17h2.5v-2H7.5v-2h2l1-1A4 4 0 1 0 13 3Zm1 3.5h.1',
  copy: 'M7 7h9.5v9.5H7V7Zm-3.5 6V3.5H13',
  filter: 'M3 4.5h14L11.5 11v5L8.5 17.5V11L3 4.5Z',
  calendar: 'M3.5 5h13v11.5h-13V5Zm0 4h13M7 3v3.5M13 3v3.5',
  lock: 'M4.5 9h11v8h-11V9ZM7 9V6.5a3 3 0 0 1 6 0V9',
  out: 'M8 3.5H4v13h4M12 6.5l3.5 3.5-3.5 3.5M15 10H8',
  online: 'M3 8.5a10.5 10.5 0 0 1 14 0M5.5 11.5a6.8 6.8 0 0 1 9 0M10 15.5h.1',
  offline:
    'M3 3l14 14M3 8.5a10.5 10.5 0 0 1 4-2.3m4.5-.4A10.5 10.5 0 0 1 17 8.5M5.5 11.5A6.8 6.8 0 0 1 9 9.9M10 15.5h.1',
  keyboard: 'M2.5 5.5h15v9h-15v-9ZM5.5 8.5h.1m3 0h.1m3 0h.1m3 0h.1M6.5 11.5h7',
  external: 'M11 3.5h5.5V9M16.5 3.5 9 11M8 5H3.5v11.5H15V12',
  refresh: 'M16.5 8A7 7 0 1 0 17 11m-.3-7.5V8h-4.5',
  equals: 'M4 7.5h12m-12 5h12',
  compare: 'M7 3.5v13m6-13v13M3.5 7.5 7 3.5l3.5 4m-1 5 3.5 4 3.5-4',
  drag: 'M7.5 5h.1m5 0h.1m-5.2 5h.1m5 0h.1m-5.2 5h.1m5 0h.1',
} as const

export type IconName = keyof typeof drawings

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      <path d={drawings[name]} />
    </svg>
  )
}
