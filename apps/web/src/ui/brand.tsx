import Link from "next/link";
import styles from "./brand.module.css";

/** The name and mark, leading to `href`. */
export function Brand({ href = "/" }: { href?: string }) {
  return (
    <Link href={href} prefetch={false} className={styles.brand}>
      {/* biome-ignore lint/performance/noImgElement: a drawing of 400 bytes needs no image service */}
      <img src="/icon.svg" alt="" width={28} height={28} />
      ClawLink
    </Link>
  );
}
