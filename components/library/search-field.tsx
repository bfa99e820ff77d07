import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { takesLetters } from '@/components/shortcuts';
import { NAMES } from '@/lib/store/search-query';
import { useLibrary } from './library';

/** Searches as it is typed; the key / leads here. */
export function SearchField() {
  const library = useLibrary();
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || takesLetters(event.target)) return;
      event.preventDefault();
      ref.current?.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <search class="search-field">
      <input
        ref={ref}
        type="search"
        aria-label={i18n.t('library.search')}
        aria-describedby="search-hint"
        aria-keyshortcuts="/"
        placeholder={i18n.t('library.search')}
        autocomplete="off"
        spellcheck={false}
        value={library.place.value.query}
        onInput={({ currentTarget }) => library.go({ query: currentTarget.value }, false)}
      />
      <p class="search-hint" id="search-hint">
        {i18n.t('library.searchHint')} <code>{NAMES.map((name) => `${name}:`).join(' ')}</code>
      </p>
    </search>
  );
}
