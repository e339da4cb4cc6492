package app;

import dev.litmus.annotations.Transactional;

/** What a repository can inherit by two ways. */
public interface Diamond {

  @Transactional
  default String twice() {
    return "above, in a transaction";
  }

  /** Overrides it, and is no transaction. */
  interface Below extends Diamond {

    @Override
    default String twice() {
      return "below, in none";
    }
  }
}
