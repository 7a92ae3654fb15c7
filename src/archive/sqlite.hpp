#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>

namespace irikteu::archive {

/// One prepared statement, bound by position. For the index's sources only.
class Statement {
  public:
    Statement(sqlite3* db, const std::string& sql) {
        if (sqlite3_prepare_v2(db, sql.c_str(), -1, &raw_, nullptr) != SQLITE_OK) raw_ = nullptr;
    }
    ~Statement() { sqlite3_finalize(raw_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    bool ready() const { return raw_ != nullptr; }
    Statement& bind(int at, std::int64_t value) {
        sqlite3_bind_int64(raw_, at, value);
        return *this;
    }
    Statement& bind(int at, const std::string& value) {
        sqlite3_bind_text(raw_, at, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
        return *this;
    }
    int step() { return sqlite3_step(raw_); }
    void reset() { sqlite3_reset(raw_); }
    std::int64_t integer(int column) { return sqlite3_column_int64(raw_, column); }
    std::string text(int column) {
        const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(raw_, column));
        return value ? std::string(value, static_cast<std::size_t>(sqlite3_column_bytes(raw_, column))) : std::string();
    }

  private:
    sqlite3_stmt* raw_ = nullptr;
};

}  // namespace irikteu::archive
