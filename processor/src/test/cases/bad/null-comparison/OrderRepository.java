package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@NullMarked
@Database("shop")
public interface OrderRepository {

  record Filter(String name, @Nullable String email) {}

  // expect parameter/null-comparison :email
  @Query("SELECT id FROM customers WHERE email = :email")
  List<String> byEmail(@Nullable String email);

  // expect parameter/null-comparison :f.email
  @Query("SELECT id FROM customers WHERE :f.email <> email AND name = :f.name")
  List<String> by(Filter f);

  // expect parameter/null-comparison :total
  @Query("SELECT id FROM orders WHERE total > :total")
  List<Long> above(Optional<Double> total);

  // expect parameter/null-comparison :emails
  @Query("SELECT id FROM customers WHERE email NOT IN (:emails)")
  List<String> without(List<@Nullable String> emails);

  // expect parameter/null-comparison :email
  @Query("SELECT id FROM customers WHERE email <> (:email) AND name = :email")
  List<String> bracketed(@Nullable String email);

  // expect parameter/null-comparison :email
  @Query("SELECT id FROM customers WHERE email IN (:email, 'a')")
  List<String> listed(@Nullable String email);

  @NullUnmarked
  @Query("SELECT id FROM customers WHERE email = :email")
  List<String> nothingSaid(String email);

  @Query("SELECT id FROM customers WHERE :email IS NULL OR email = :email")
  List<String> tested(@Nullable String email);

  @Query("SELECT id FROM customers WHERE email IS :email")
  List<String> is(@Nullable String email);

  @Query("SELECT id FROM customers WHERE email = coalesce(:email, '')")
  List<String> otherwise(@Nullable String email);

  @Query("SELECT id FROM customers WHERE email = :email")
  List<String> right(String email);
}
