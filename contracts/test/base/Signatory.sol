// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// A contract wallet (ERC-1271) whose one owner signs.
contract Signatory {
    address private immutable _owner;

    constructor(address owner) {
        _owner = owner;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        return ECDSA.recover(digest, signature) == _owner ? this.isValidSignature.selector : bytes4(0);
    }

    /// Acts as the owner tells it.
    function call(address target, bytes calldata data) external {
        require(msg.sender == _owner, "not the owner");
        (bool ok,) = target.call(data);
        require(ok, "the call reverted");
    }
}
