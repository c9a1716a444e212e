import { chromium } from '@playwright/test'
import AxeBuilder from '@axe-core/playwright'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const [w, scheme] of [[320, 'light'], [1280, 'dark']]) {
  const c = await b.newContext({ viewport: { width: w, height: 800 }, colorScheme: scheme })
  const p = await c.newPage()
  await p.goto('file:///tmp/run/docs.html')
  const r = await new AxeBuilder({ page: p }).analyze()
  console.log(w, scheme, r.violations.map(v => `${v.id} ${v.impact} ${v.nodes.length} ${v.nodes[0].html.slice(0, 150)} ${v.nodes[0].failureSummary}`), await p.evaluate(() => document.documentElement.scrollWidth))
  await p.screenshot({ path: `/tmp/run/d${w}.png`, clip: { x: 0, y: 3000, width: w, height: 1400 }, fullPage: true })
}
await b.close()
