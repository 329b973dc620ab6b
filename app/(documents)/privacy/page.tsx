import type { Metadata } from 'next'
import { Column } from '#components/furniture/column.tsx'
import { PageHead } from '#components/furniture/page-head.tsx'
import { ScrollRegion } from '#components/scroll-region.tsx'
import { Frame } from '../../frame.tsx'

export const metadata: Metadata = {
  title: 'Privacy',
  description: 'What this site keeps about you, what it is for, and how you stay in charge of it.',
  alternates: { canonical: '/privacy' },
}

export default function PrivacyPage() {
  return (
    <Frame path="/privacy">
      <Column>
        <PageHead
          title="Privacy"
          standfirst="Reading leaves no trace of who you are. What you rate is kept for you, and shown to nobody else."
        />
        <div className="prose mt-12">
          <h2>What is kept</h2>
          <ScrollRegion label="What is kept, as a table">
            <table>
              <thead>
                <tr>
                  <th scope="col">What</th>
                  <th scope="col">What for</th>
                  <th scope="col">When</th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <td>Your ratings and assessments, with their dates</td>
                  <td>To show your profile, its history and your fit to roles</td>
                  <td>From your first rating on</td>
                </tr>
                <tr>
                  <td>Name, email address, and a password of which only a scrambled form is stored</td>
                  <td>To let you in again, on any device</td>
                  <td>If you make an account</td>
                </tr>
                <tr>
                  <td>For each sign-in: the time, and the kind of browser and system</td>
                  <td>So that you can see and end your own sign-ins</td>
                  <td>While you are signed in, 90 days at most</td>
                </tr>
                <tr>
                  <td>
                    Your network address: scrambled, for 30 days at most; as it is, in the log of sign-ins and refused
                    forms
                  </td>
                  <td>To slow down whoever tries passwords or floods the site</td>
                  <td>When you send a form</td>
                </tr>
                <tr>
                  <td>
                    That somebody copied a line of a guide, opened a question or rated a skill in it: which, and on
                    which day
                  </td>
                  <td>To tell the editors what is used; with a rating also you, if the guide loses that part</td>
                  <td>400 days at most</td>
                </tr>
                <tr>
                  <td>
                    Your answer to “Was this useful?”, and what you write with it, without email addresses and telephone
                    numbers
                  </td>
                  <td>So that the editors see which sections work</td>
                  <td>If you answer; 400 days at most</td>
                </tr>
                <tr>
                  <td>
                    A search that found nothing: its words and the day, without email addresses and telephone numbers,
                    and not who searched
                  </td>
                  <td>So that the editors see what is missing, once five people have looked for it</td>
                  <td>400 days at most</td>
                </tr>
              </tbody>
            </table>
          </ScrollRegion>
          <h2>Cookies</h2>
          <p>
            A reader has none. There are three that the site cannot do without, and each is set only when you need it:
            one that finds your ratings again (<code>guest</code>), one while you are signed in (<code>session</code>),
            and one if you choose the colours by hand (<code>theme</code>). No page loads anything from another site.
          </p>
          <h2>Counting without knowing you</h2>
          <p>
            So that ten clicks of one reader are not taken for ten readers, the site mixes your network address and the
            name of your browser with a random number, and keeps only the result. That number is thrown away for a new
            one at the first use of each day. From then on nothing leads from what is kept back to you, and tomorrow you
            are somebody else. No visit is recorded, only the uses and answers named above. If you have a profile, a
            rating in a guide is noted with your profile, and with nothing else that you do.
          </p>
          <p>
            Editors see how many people used or answered something, from five people up; below that they only see that
            it is fewer. A line that you write to them they read as it stands, with the section and the month.
          </p>
          <h2>Without an account</h2>
          <p>
            Your ratings belong to this browser. A <a href="/recover">recovery code</a>, shown in your profile, opens
            them on another device. Whoever has the code can see them, so keep it as you would keep a key.
          </p>
          <h2>Who sees it</h2>
          <p>
            You. Whoever runs this site keeps the database and its backups, and could read what is in them, but no page
            shows them your ratings: in the numbers that editors see, such as how many people are short of a skill,
            nobody can be told from anybody. Nothing is passed on.
          </p>
        </div>
      </Column>
    </Frame>
  )
}
