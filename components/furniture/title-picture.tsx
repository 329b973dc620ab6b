/** What networks show a shared page at. */
export const titlePictureSize = { width: 1200, height: 630 }

/** Raised whenever the picture is drawn differently. */
export const titlePictureVersion = '1'

// A picture has no stylesheet: these are the tokens of app/globals.css as they are in the light, and those of the icon.
const colours = {
  paper: '#fbfaf6',
  ink: '#1b2023',
  soft: '#515b61',
  accent: '#0b5d51',
  mark: '#b06600',
  amber: '#f0b04a',
}

interface TitlePictureProps {
  /** What kind of page it is. */
  kicker: string
  title: string
  /** Where it is, without the scheme. */
  host: string
}

/**
 * The picture of a page where somebody shares it: its title beside the site's ladder, one rung of it in amber. Drawn by
 * Satori, which knows a part of CSS and only as styles: nothing of this is ever in a page.
 */
export function TitlePicture({ kicker, title, host }: TitlePictureProps) {
  const { fontSize, lineHeight } = titleSize(title)
  return (
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        position: 'relative',
        background: colours.paper,
        color: colours.ink,
        fontFamily: 'Source Sans 3',
      }}
    >
      <Ladder />
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          width: 925,
          padding: '66px 48px 58px 76px',
        }}
      >
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div style={{ fontSize: 31, fontWeight: 600, color: colours.accent }}>{kicker}</div>
          <div
            style={{
              display: 'block',
              marginTop: 26,
              fontFamily: 'Newsreader',
              fontWeight: 500,
              letterSpacing: '-0.022em',
              lineClamp: 5,
              wordBreak: 'break-word',
              fontSize,
              lineHeight,
            }}
          >
            {title}
          </div>
        </div>
        <div style={{ display: 'flex', alignItems: 'center' }}>
          <Sign />
          <div
            style={{
              marginLeft: 17,
              fontFamily: 'Newsreader',
              fontWeight: 600,
              fontSize: 43,
              letterSpacing: '-0.02em',
            }}
          >
            Guidepost
          </div>
          <div style={{ marginLeft: 26, marginTop: 7, fontSize: 27, color: colours.soft }}>{host}</div>
        </div>
      </div>
    </div>
  )
}

/** A short title may be large; a long one has to fit above the name. */
export function titleSize(title: string): { fontSize: number; lineHeight: number } {
  if (title.length <= 24) return { fontSize: 116, lineHeight: 1.02 }
  if (title.length <= 44) return { fontSize: 96, lineHeight: 1.04 }
  if (title.length <= 72) return { fontSize: 78, lineHeight: 1.08 }
  return { fontSize: 62, lineHeight: 1.12 }
}

/** The site's icon, so large that it leaves the picture at the top and at the bottom. */
function Ladder() {
  const rungs = [55, 185, 445, 575]
  return (
    <svg
      width="275"
      height="630"
      viewBox="0 0 275 630"
      style={{ position: 'absolute', right: 0, top: 0 }}
      aria-hidden="true"
    >
      <rect width="275" height="630" fill={colours.accent} />
      {rungs.map((y) => (
        <path key={y} d={`M68 ${y}H207`} stroke={colours.paper} strokeWidth="13" fill="none" />
      ))}
      <path d="M68 315H207" stroke={colours.amber} strokeWidth="25" fill="none" />
      <path d="M68 -20V650M207 -20V650" stroke={colours.paper} strokeWidth="17" fill="none" />
    </svg>
  )
}

function Sign() {
  return (
    <svg width="30" height="42" viewBox="0 0 16 22" aria-hidden="true">
      <path d="M3 1v20M13 1v20" stroke={colours.ink} strokeWidth="2.2" strokeLinecap="round" fill="none" />
      <path d="M3 5h10M3 17h10" stroke={colours.ink} strokeWidth="2" fill="none" />
      <path d="M3 11h10" stroke={colours.mark} strokeWidth="3" fill="none" />
    </svg>
  )
}
