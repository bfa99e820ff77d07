import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from './session/session';

export const SessionContext = createContext<Session | null>(null);

/** The session that the view stands in. @throws Error when there is none. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('A view of the tagging app stands outside its session.');
  return session;
}
