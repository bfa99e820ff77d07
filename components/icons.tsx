/** Icons are decoration: the button that bears one is named in words. */
function Icon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export const PencilIcon = () => (
  <Icon path="M10.8 2.9l2.3 2.3M3 13l.6-2.9 7.7-7.7a1 1 0 0 1 1.4 0l.9.9a1 1 0 0 1 0 1.4L5.9 12.4z" />
);
export const LocateIcon = () => (
  <Icon path="M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M8 4.200a3.800 3.800 0 1 0 0 7.600 3.800 3.800 0 0 0 0-7.600zM8 7.400v1.200M7.400 8h1.200" />
);
export const BinIcon = () => (
  <Icon path="M2.800 4.300h10.400M6.300 4V2.600h3.400V4M4.200 4.500l.6 8.900h6.400l.6-8.900M6.700 7v3.900M9.300 7v3.900" />
);
export const CheckIcon = () => <Icon path="M3 8.600l3.300 3.300L13 4.700" />;
export const CrossIcon = () => <Icon path="M4 4l8 8M12 4l-8 8" />;
export const AlertIcon = () => <Icon path="M8 2.200l6.200 11.200H1.800zM8 6.600v3M8 11.600v.1" />;
export const InfoIcon = () => (
  <Icon path="M8 1.800a6.200 6.200 0 1 0 0 12.400A6.200 6.200 0 0 0 8 1.800zM8 7.400v3.400M8 5.200v.1" />
);
export const LibraryIcon = () => (
  <Icon path="M2.500 2.500h2.600v11H2.500zM6.900 2.500h2.600v11H6.900zM10.900 3.300l2-.5 2 10.200-2 .5z" />
);
export const SlidersIcon = () => (
  <Icon path="M2 4.500h6M12 4.500h2M2 11.500h2M8 11.500h6M10 2.800a1.700 1.700 0 1 0 0 3.400 1.700 1.700 0 0 0 0-3.400zM6 9.800a1.700 1.700 0 1 0 0 3.400 1.700 1.700 0 0 0 0-3.400z" />
);
