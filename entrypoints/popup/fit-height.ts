/** How long (ms) a browser may take to make the popup as high as what is in it. */
const SETTLING = 150;

/**
 * Keeps the popup within the height that the browser gives it: on a low screen that is less than the 600 pixels that
 * browsers allow, and then the list should scroll, not the header and the footer. The height can't be asked for, since
 * a popup is as high as its content; so whenever it stays too low for its content, that is taken as all there is.
 */
export function fitHeight(app: Element): void {
  const { documentElement: root } = document;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = () => {
    // A pixel of difference comes from rounding.
    if (app.scrollHeight <= root.clientHeight + 1) return;
    root.style.setProperty('--available-height', `${root.clientHeight}px`);
    root.scrollTop = 0;
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(check, SETTLING);
  };
  new ResizeObserver(later).observe(app);
  addEventListener('resize', later);
}
