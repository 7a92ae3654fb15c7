#pragma once

#include "base/error.hpp"

namespace irikteu::base {

/// Makes something of the files that come with the program. One of them that is absent is a fault of the installation, not
/// of what is checked: Error(environment) then stands for Error(unreadable_file).
template <class Make>
auto installed(const Make& make) {
    try {
        return make();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::unreadable_file) throw;
        throw Error(ErrorCode::environment, error.message() + " (is the program installed whole?)", error.where());
    }
}

}  // namespace irikteu::base
