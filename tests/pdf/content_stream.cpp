#include "content_stream.hpp"

#include <cstdlib>
#include <string_view>

namespace irikteu::pdf_test {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\0'; }
bool is_delimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }

struct Broken {};

class Reader {
  public:
    explicit Reader(const std::string& bytes) : bytes_(bytes) {}

    std::vector<Operation> read() {
        std::vector<Operation> all;
        std::vector<Operand> operands;
        for (skip(); at_ < bytes_.size(); skip()) {
            auto operand = next();
            if (operand.kind == Operand::Kind::other && operand.text != "true" && operand.text != "false" && operand.text != "null") {
                all.push_back({operand.text, std::move(operands)});
                operands.clear();
            } else {
                operands.push_back(std::move(operand));
            }
        }
        if (!operands.empty()) throw Broken();
        return all;
    }

  private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < bytes_.size() ? bytes_[at_ + ahead] : '\0'; }

    void skip() {
        while (at_ < bytes_.size() && is_space(bytes_[at_])) ++at_;
    }

    std::string word() {
        const auto start = at_;
        while (at_ < bytes_.size() && !is_space(bytes_[at_]) && !is_delimiter(bytes_[at_])) ++at_;
        return bytes_.substr(start, at_ - start);
    }

    Operand next() {
        Operand operand;
        const char c = peek();
        if (c == '/') {
            ++at_;
            operand.kind = Operand::Kind::name;
            operand.text = word();
        } else if (c == '(') {
            operand.kind = Operand::Kind::string;
            operand.text = literal();
        } else if (c == '<' && peek(1) == '<') {
            at_ += 2;
            operand.kind = Operand::Kind::dictionary;
            until(">>", operand);
        } else if (c == '<') {
            operand.kind = Operand::Kind::string;
            operand.text = hexadecimal();
        } else if (c == '[') {
            ++at_;
            operand.kind = Operand::Kind::array;
            until("]", operand);
        } else {
            operand.text = word();
            if (operand.text.empty()) throw Broken();
            char* end = nullptr;
            operand.number = std::strtod(operand.text.c_str(), &end);
            if (*end == '\0') operand.kind = Operand::Kind::number;
        }
        return operand;
    }

    void until(const std::string& end, Operand& operand) {
        for (skip(); bytes_.compare(at_, end.size(), end) != 0; skip()) {
            if (at_ >= bytes_.size()) throw Broken();
            operand.items.push_back(next());
        }
        at_ += end.size();
    }

    std::string literal() {
        std::string out;
        int depth = 1;
        for (++at_; at_ < bytes_.size(); ++at_) {
            char c = bytes_[at_];
            if (c == '\\') {
                c = peek(1);
                ++at_;
                out += c == 'r' ? '\r' : c == 'n' ? '\n' : c;
                continue;
            }
            if (c == '(') ++depth;
            if (c == ')' && --depth == 0) {
                ++at_;
                return out;
            }
            out += c;
        }
        throw Broken();
    }

    std::string hexadecimal() {
        std::string digits, out;
        for (++at_; peek() != '>'; ++at_) {
            if (at_ >= bytes_.size()) throw Broken();
            if (!is_space(peek())) digits += peek();
        }
        ++at_;
        if (digits.size() % 2 != 0) digits += '0';
        for (std::size_t i = 0; i < digits.size(); i += 2) out += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
        return out;
    }

    const std::string& bytes_;
    std::size_t at_ = 0;
};

}  // namespace

const Operand* Operand::get(const std::string& key) const {
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        if (items[i].text == key) return &items[i + 1];
    }
    return nullptr;
}

std::optional<std::vector<Operation>> operations(const std::string& content) {
    try {
        return Reader(content).read();
    } catch (const Broken&) {
        return std::nullopt;
    }
}

}  // namespace irikteu::pdf_test
