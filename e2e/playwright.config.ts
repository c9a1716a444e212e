import { defineConfig } from '@playwright/test'

// a browser with a PDF viewer, and one that draws pages alone: it takes a quarter less of the processor
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const shell = process.env.HEADLESS_SHELL_PATH ?? executablePath
const launchOptions = { args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] }

const named = (...names: string[]) => new RegExp(`/(${names.join('|')})\\.spec\\.ts$`)
/** They look into a PDF that was opened. */
const viewing = named('spm', 'figureTrace')
const long = named('demoYear', 'openData', 'sakip', 'edition', 'sakipEvaluasi', 'adminYear', 'fifthKind', 'workbench')

// Each worker has products of its own: a database, an API process, the built SPA. Journeys of one file run in order.
export default defineConfig({
  testDir: 'journeys',
  outputDir: '../test-results',
  // a browser idles half its time, so two cores run four; the longest journeys start first
  workers: 4,
  projects: [
    { name: 'viewing', testMatch: viewing, use: { launchOptions: { ...launchOptions, executablePath } } },
    { name: 'long', testMatch: long },
    { name: 'others', testIgnore: [viewing, long] },
  ],
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // beside three others on two slow cores a page takes its time: what it does is judged here, how fast in the bench
  timeout: 420_000,
  expect: { timeout: 60_000 },
  // what failed comes last, whole
  reporter: 'dot',
  use: {
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    // only one journey fetches the whole application onto the browser's disk
    serviceWorkers: 'block',
    actionTimeout: 60_000,
    // a trace takes a picture of the page at every step: `TRACE=1` when a failure cannot be understood without
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...launchOptions, executablePath: shell },
  },
})
