package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void aRequestIsInRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageRequest(0, 0))
        .withMessage("limit is 0, which has to be 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageRequest(-1, 0))
        .withMessage("limit is -1, which has to be 1 or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageRequest(1, -1))
        .withMessage("offset is -1, which has to be 0 or more");
    assertThatIllegalArgumentException().isThrownBy(() -> KeysetRequest.first(0));
    assertThatIllegalArgumentException().isThrownBy(() -> KeysetRequest.before("c", -5));
  }

  @Test
  void requestsLeadToTheirNeighbours() {
    PageRequest second = PageRequest.first(20).next();
    assertThat(second).isEqualTo(new PageRequest(20, 20));
    assertThat(second.previous()).isEqualTo(PageRequest.first(20));
    assertThat(new PageRequest(20, 7).previous()).isEqualTo(PageRequest.first(20));
    assertThatThrownBy(() -> new PageRequest(1, Long.MAX_VALUE).next())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aPageKnowsWhetherThereIsMore() {
    assertThat(new Page<>(List.of(1, 2), 5, 2, 2).hasMore()).isTrue();
    assertThat(new Page<>(List.of(1, 2), 4, 2, 2).hasMore()).isFalse();
    assertThat(new Page<>(List.of(), 4, 2, Long.MAX_VALUE).hasMore()).isFalse();
    assertThat(new Page<>(List.of(), 0, 2, 0).hasMore()).isFalse();
  }

  @Test
  void itemsAreACopyThatNobodyChanges() {
    List<String> mutable = new ArrayList<>(Arrays.asList("a", null));
    Page<String> page = new Page<>(mutable, 2, 5, 0);
    KeysetPage<String> keyset =
        new KeysetPage<>(mutable, false, KeysetRequest.last(5), KeysetRequest.first(5));
    mutable.clear();
    assertThat(page.items()).containsExactly("a", null);
    assertThat(keyset.items()).containsExactly("a", null);
    assertThatThrownBy(() -> page.items().add("b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> keyset.items().add("b"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void mappingKeepsTheRest() {
    assertThat(new Page<>(List.of(1, 2), 9, 2, 4).map(String::valueOf))
        .isEqualTo(new Page<>(List.of("1", "2"), 9, 2, 4));
    KeysetRequest before = KeysetRequest.before("a", 2);
    KeysetRequest after = KeysetRequest.after("b", 2);
    assertThat(new KeysetPage<>(List.of(1, 2), true, before, after).map(String::valueOf))
        .isEqualTo(new KeysetPage<>(List.of("1", "2"), true, before, after));
  }
}
