#include "sign/openssl.hpp"

#include <openssl/err.h>

#include <ctime>

namespace irikteu::sign {

std::string latest_failure() {
    const unsigned long error = ERR_peek_last_error();
    const char* reason = ERR_reason_error_string(error);
    ERR_clear_error();
    return reason != nullptr ? reason : "no reason given";
}

void refuse(base::ErrorCode code, const std::string& message) { throw base::Error(code, message + " (" + latest_failure() + ")"); }

base::Moment moment_of(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) throw base::Error(base::ErrorCode::malformed, "a time in a certificate or an answer is none");
    const base::Date date{parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
    return {date.days() * 86400 + parts.tm_hour * 3600 + parts.tm_min * 60 + parts.tm_sec, 0};
}

std::string name_of(const ASN1_OBJECT* object) {
    const int nid = OBJ_obj2nid(object);
    if (nid != NID_undef) return OBJ_nid2sn(nid);
    char numbers[128];
    const int size = OBJ_obj2txt(numbers, sizeof numbers, object, 1);
    return size > 0 ? std::string(numbers) : "unknown";
}

}  // namespace irikteu::sign
