import type { Metadata } from 'next'
import { requireStaff } from '#features/account/staff.ts'
import { AdminFrame } from './admin-frame.tsx'

export const metadata: Metadata = { title: 'Overview' }

export default async function AdminPage() {
  const user = await requireStaff('insight.read', '/admin')
  return (
    <AdminFrame user={user} section="home" path="/admin" title="Overview">
      <p>Nothing here yet.</p>
    </AdminFrame>
  )
}
