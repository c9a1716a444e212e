import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { runProgram } from './runProgram.ts'

/** LibreOffice believes the values in a workbook unless it is told to compute them. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

/** A file as LibreOffice saves it again, in its own format or as PDF; its path. @throws where nothing came of it */
export async function resave(file: string, as: 'docx' | 'xlsx' | 'pdf', folder: string): Promise<string> {
  const profile = path.join(folder, 'profile')
  await mkdir(path.join(profile, 'user'), { recursive: true })
  await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), settings)
  const said = await runProgram('soffice', [
    `-env:UserInstallation=${pathToFileURL(profile)}`,
    '--headless',
    '--convert-to',
    as,
    '--outdir',
    folder,
    file,
  ])
  if (!said?.includes('using filter')) throw new Error(`not saved again: ${said}`)
  return path.join(folder, `${path.parse(file).name}.${as}`)
}
